/* Generated from schemas/ by `npm run types`: do not edit. */
import type { Schema } from "./schema.js";

/** File name -> schema: the contract inside the library, which reads no files. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
 "axis.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "axis.schema.json",
  "title": "Axis",
  "description": "A named dimension of the experiment. A run has the axes that point into it; several axes give the product. A parameter that a formula needs is an axis with one value.",
  "type": "object",
  "required": [
   "axis"
  ],
  "properties": {
   "axis": {
    "description": "Which one.",
    "enum": [
     "values",
     "grid",
     "choices",
     "zip",
     "seeds"
    ],
    "enumDescriptions": [
     "Numbers, the same at every pointer.",
     "Equally spaced numbers; often a free variable.",
     "Named alternatives of any kind.",
     "Several places that change together.",
     "Independent repetitions: the seed of the experiment, the next one, and so on."
    ]
   }
  },
  "discriminator": {
   "propertyName": "axis"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/values"
   },
   {
    "$ref": "#/$defs/grid"
   },
   {
    "$ref": "#/$defs/choices"
   },
   {
    "$ref": "#/$defs/zip"
   },
   {
    "$ref": "#/$defs/seeds"
   }
  ],
  "$defs": {
   "values": {
    "title": "ValuesAxis",
    "description": "Numbers, the same at every pointer.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "axis",
     "values"
    ],
    "properties": {
     "axis": {
      "description": "Numbers, the same at every pointer.",
      "const": "values"
     },
     "values": {
      "description": "In the order of the sweep.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 1,
      "maxItems": 10000
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "Place inside a run: /runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/",
       "allowed": "a JSON pointer into a run, as /runs/flow/time/steps"
      },
      "minItems": 1,
      "uniqueItems": true,
      "maxItems": 200
     }
    }
   },
   "grid": {
    "title": "GridAxis",
    "description": "Equally spaced numbers; often a free variable.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "axis",
     "from",
     "to",
     "points"
    ],
    "properties": {
     "axis": {
      "description": "Equally spaced numbers; often a free variable.",
      "const": "grid"
     },
     "from": {
      "description": "First number.",
      "type": "number"
     },
     "to": {
      "description": "Last number.",
      "type": "number"
     },
     "points": {
      "description": "Number of points.",
      "type": "integer",
      "minimum": 2,
      "maximum": 100000
     },
     "scale": {
      "description": "linear (default) or log: equally spaced in x or in log x.",
      "enum": [
       "linear",
       "log"
      ]
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "Place inside a run: /runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/",
       "allowed": "a JSON pointer into a run, as /runs/flow/time/steps"
      },
      "minItems": 1,
      "uniqueItems": true,
      "maxItems": 200
     }
    }
   },
   "choices": {
    "title": "ChoicesAxis",
    "description": "Named alternatives of any kind.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "axis",
     "choices",
     "set"
    ],
    "properties": {
     "axis": {
      "description": "Named alternatives of any kind.",
      "const": "choices"
     },
     "choices": {
      "description": "Label -> value of any kind; labels select in formulas: x[axis=label].",
      "type": "object",
      "minProperties": 2,
      "propertyNames": {
       "pattern": "^[A-Za-z]([A-Za-z0-9 +./-]*[A-Za-z0-9])?$",
       "allowed": "a letter, then letters, digits, spaces and + . / -, at the end a letter or digit"
      },
      "additionalProperties": true,
      "maxProperties": 1000
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "Place inside a run: /runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/",
       "allowed": "a JSON pointer into a run, as /runs/flow/time/steps"
      },
      "minItems": 1,
      "uniqueItems": true,
      "maxItems": 200
     }
    }
   },
   "zip": {
    "title": "ZipAxis",
    "description": "Several places that change together.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "axis",
     "rows",
     "set"
    ],
    "properties": {
     "axis": {
      "description": "Several places that change together.",
      "const": "zip"
     },
     "values": {
      "description": "One number per row: what the name of the axis stands for in formulas.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 1
     },
     "rows": {
      "description": "Label -> one value per pointer; labels select in formulas: x[axis=label].",
      "type": "object",
      "propertyNames": {
       "pattern": "^[A-Za-z]([A-Za-z0-9 +./-]*[A-Za-z0-9])?$",
       "allowed": "a letter, then letters, digits, spaces and + . / -, at the end a letter or digit"
      },
      "additionalProperties": {
       "description": "One value per pointer.",
       "type": "array",
       "minItems": 1
      },
      "minProperties": 2,
      "maxProperties": 1000
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "Place inside a run: /runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/",
       "allowed": "a JSON pointer into a run, as /runs/flow/time/steps"
      },
      "minItems": 1,
      "uniqueItems": true,
      "maxItems": 200
     }
    }
   },
   "seeds": {
    "title": "SeedsAxis",
    "description": "Independent repetitions: the seed of the experiment, the next one, and so on.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "axis",
     "count",
     "set"
    ],
    "properties": {
     "axis": {
      "description": "Independent repetitions: the seed of the experiment, the next one, and so on.",
      "const": "seeds"
     },
     "count": {
      "description": "Number of repetitions.",
      "type": "integer",
      "minimum": 2,
      "maximum": 10000
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "Place inside a run: /runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/",
       "allowed": "a JSON pointer into a run, as /runs/flow/time/steps"
      },
      "minItems": 1,
      "uniqueItems": true,
      "maxItems": 200
     }
    }
   }
  }
 },
 "claim.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "claim.schema.json",
  "title": "Claim",
  "description": "A machine-checked sentence; it holds for all entries of the dimensions that its formulas leave over.",
  "type": "object",
  "required": [
   "claim"
  ],
  "properties": {
   "claim": {
    "description": "Which one.",
    "enum": [
     "equal",
     "at-most",
     "at-least",
     "monotone",
     "ends"
    ],
    "enumDescriptions": [
     "Two quantities agree within a tolerance. |measured - expected| <= tolerance",
     "A quantity stays below a bound. measured <= bound + slack",
     "A quantity stays above a bound. measured >= bound - slack",
     "Monotone along a dimension, in the order of the axis. x_{i+1} >= x_i - slack, or x_{i+1} <= x_i + slack",
     "Every point of a run ends with a status."
    ]
   }
  },
  "discriminator": {
   "propertyName": "claim"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/equal"
   },
   {
    "$ref": "#/$defs/at-most"
   },
   {
    "$ref": "#/$defs/at-least"
   },
   {
    "$ref": "#/$defs/monotone"
   },
   {
    "$ref": "#/$defs/ends"
   }
  ],
  "$defs": {
   "equal": {
    "title": "EqualClaim",
    "description": "Two quantities agree within a tolerance.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "claim",
     "measured",
     "expected",
     "tolerance",
     "because"
    ],
    "properties": {
     "claim": {
      "description": "Two quantities agree within a tolerance. |measured - expected| <= tolerance",
      "const": "equal"
     },
     "measured": {
      "description": "What was computed.",
      "$ref": "formula.schema.json"
     },
     "expected": {
      "description": "What the mathematics says.",
      "$ref": "formula.schema.json"
     },
     "tolerance": {
      "description": "Largest admissible difference: a number or a formula such as 4*stderr(x, seed).",
      "type": [
       "number",
       "string"
      ],
      "minimum": 0,
      "minLength": 1,
      "x-formula": "experiment"
     },
     "relative": {
      "description": "true: the difference is divided by |expected|.",
      "type": "boolean"
     },
     "says": {
      "description": "The sentence in words, where the formula does not say it.",
      "type": "string"
     },
     "because": {
      "description": "Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.",
      "type": "string",
      "minLength": 5
     },
     "for": {
      "description": "Statements that the claim illustrates; needed if the experiment illustrates several.",
      "type": "array",
      "items": {
       "$ref": "experiment.schema.json#/$defs/statement"
      },
      "minItems": 1
     },
     "control": {
      "description": "true: the sentence must be false somewhere, which shows that a hypothesis matters.",
      "type": "boolean"
     }
    },
    "equation": "|measured - expected| <= tolerance"
   },
   "at-most": {
    "title": "AtMostClaim",
    "description": "A quantity stays below a bound.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "claim",
     "measured",
     "bound",
     "because"
    ],
    "properties": {
     "claim": {
      "description": "A quantity stays below a bound. measured <= bound + slack",
      "const": "at-most"
     },
     "measured": {
      "description": "What was computed.",
      "$ref": "formula.schema.json"
     },
     "bound": {
      "description": "Upper bound.",
      "$ref": "formula.schema.json"
     },
     "slack": {
      "description": "Room for rounding or discretisation error: a number or a formula; default 0.",
      "type": [
       "number",
       "string"
      ],
      "minimum": 0,
      "minLength": 1,
      "x-formula": "experiment"
     },
     "says": {
      "description": "The sentence in words, where the formula does not say it.",
      "type": "string"
     },
     "because": {
      "description": "Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.",
      "type": "string",
      "minLength": 5
     },
     "for": {
      "description": "Statements that the claim illustrates; needed if the experiment illustrates several.",
      "type": "array",
      "items": {
       "$ref": "experiment.schema.json#/$defs/statement"
      },
      "minItems": 1
     },
     "control": {
      "description": "true: the sentence must be false somewhere, which shows that a hypothesis matters.",
      "type": "boolean"
     }
    },
    "equation": "measured <= bound + slack"
   },
   "at-least": {
    "title": "AtLeastClaim",
    "description": "A quantity stays above a bound.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "claim",
     "measured",
     "bound",
     "because"
    ],
    "properties": {
     "claim": {
      "description": "A quantity stays above a bound. measured >= bound - slack",
      "const": "at-least"
     },
     "measured": {
      "description": "What was computed.",
      "$ref": "formula.schema.json"
     },
     "bound": {
      "description": "Lower bound.",
      "$ref": "formula.schema.json"
     },
     "slack": {
      "description": "Room for rounding or discretisation error: a number or a formula; default 0.",
      "type": [
       "number",
       "string"
      ],
      "minimum": 0,
      "minLength": 1,
      "x-formula": "experiment"
     },
     "says": {
      "description": "The sentence in words, where the formula does not say it.",
      "type": "string"
     },
     "because": {
      "description": "Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.",
      "type": "string",
      "minLength": 5
     },
     "for": {
      "description": "Statements that the claim illustrates; needed if the experiment illustrates several.",
      "type": "array",
      "items": {
       "$ref": "experiment.schema.json#/$defs/statement"
      },
      "minItems": 1
     },
     "control": {
      "description": "true: the sentence must be false somewhere, which shows that a hypothesis matters.",
      "type": "boolean"
     }
    },
    "equation": "measured >= bound - slack"
   },
   "monotone": {
    "title": "MonotoneClaim",
    "description": "Monotone along a dimension, in the order of the axis.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "claim",
     "measured",
     "along",
     "direction",
     "because"
    ],
    "properties": {
     "claim": {
      "description": "Monotone along a dimension, in the order of the axis. x_{i+1} >= x_i - slack, or x_{i+1} <= x_i + slack",
      "const": "monotone"
     },
     "measured": {
      "description": "What was computed.",
      "$ref": "formula.schema.json"
     },
     "along": {
      "description": "t, an axis, or another dimension of the quantity such as mode.",
      "type": "string",
      "x-names": "dimension"
     },
     "direction": {
      "description": "increasing: x_{i+1} >= x_i; decreasing: x_{i+1} <= x_i.",
      "enum": [
       "increasing",
       "decreasing"
      ]
     },
     "slack": {
      "description": "Room for rounding or discretisation error: a number or a formula; default 0.",
      "type": [
       "number",
       "string"
      ],
      "minimum": 0,
      "minLength": 1,
      "x-formula": "experiment"
     },
     "says": {
      "description": "The sentence in words, where the formula does not say it.",
      "type": "string"
     },
     "because": {
      "description": "Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.",
      "type": "string",
      "minLength": 5
     },
     "for": {
      "description": "Statements that the claim illustrates; needed if the experiment illustrates several.",
      "type": "array",
      "items": {
       "$ref": "experiment.schema.json#/$defs/statement"
      },
      "minItems": 1
     },
     "control": {
      "description": "true: the sentence must be false somewhere, which shows that a hypothesis matters.",
      "type": "boolean"
     }
    },
    "equation": "x_{i+1} >= x_i - slack, or x_{i+1} <= x_i + slack"
   },
   "ends": {
    "title": "EndsClaim",
    "description": "Every point of a run ends with a status.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "claim",
     "run",
     "status",
     "because"
    ],
    "properties": {
     "claim": {
      "description": "Every point of a run ends with a status.",
      "const": "ends"
     },
     "run": {
      "description": "The run.",
      "type": "string",
      "x-names": "run"
     },
     "status": {
      "description": "Status of every point: completed, uncertified (it ended, and its own certificate speaks against it), or how it failed; see docs/troubleshooting.md.",
      "enum": [
       "completed",
       "stopped",
       "uncertified",
       "diverged",
       "not-converged",
       "left-the-cone",
       "step-underflow",
       "stiff",
       "refused",
       "failed"
      ]
     },
     "says": {
      "description": "The sentence in words, where the formula does not say it.",
      "type": "string"
     },
     "because": {
      "description": "Why this tolerance or bound: an order, a condition number, 4 standard errors. Never what happened to come out.",
      "type": "string",
      "minLength": 5
     },
     "for": {
      "description": "Statements that the claim illustrates; needed if the experiment illustrates several.",
      "type": "array",
      "items": {
       "$ref": "experiment.schema.json#/$defs/statement"
      },
      "minItems": 1
     },
     "control": {
      "description": "true: the sentence must be false somewhere, which shows that a hypothesis matters.",
      "type": "boolean"
     }
    }
   }
  }
 },
 "curve.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "curve.schema.json",
  "title": "Curve",
  "description": "How a curve is found.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "exact",
     "shooting",
     "momentum",
     "release",
     "interpolation"
    ],
    "enumDescriptions": [
     "Closed form of the geodesic.",
     "Geodesic in Hamiltonian form; Newton's method finds the initial momentum that reaches the end state.",
     "Geodesic in Hamiltonian form from the initial momentum of the closed form.",
     "Geodesic in Hamiltonian form from seeded random momenta; it has no end state.",
     "Straight line in a chart; a geodesic only where the metric is constant in that chart."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/exact"
   },
   {
    "$ref": "#/$defs/shooting"
   },
   {
    "$ref": "#/$defs/momentum"
   },
   {
    "$ref": "#/$defs/release"
   },
   {
    "$ref": "#/$defs/interpolation"
   }
  ],
  "$defs": {
   "exact": {
    "title": "ExactCurve",
    "description": "Closed form of the geodesic.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Closed form of the geodesic.",
      "const": "exact"
     }
    }
   },
   "shooting": {
    "title": "ShootingCurve",
    "description": "Geodesic in Hamiltonian form; Newton's method finds the initial momentum that reaches the end state.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "integrator",
     "steps"
    ],
    "properties": {
     "name": {
      "description": "Geodesic in Hamiltonian form; Newton's method finds the initial momentum that reaches the end state.",
      "const": "shooting"
     },
     "integrator": {
      "description": "Integrator of the Hamiltonian system.",
      "$ref": "integrator.schema.json"
     },
     "steps": {
      "description": "Number of time steps; a multiple of `records`.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "momentum": {
    "title": "MomentumCurve",
    "description": "Geodesic in Hamiltonian form from the initial momentum of the closed form.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "integrator",
     "steps"
    ],
    "properties": {
     "name": {
      "description": "Geodesic in Hamiltonian form from the initial momentum of the closed form.",
      "const": "momentum"
     },
     "integrator": {
      "description": "Integrator of the Hamiltonian system.",
      "$ref": "integrator.schema.json"
     },
     "steps": {
      "description": "Number of time steps; a multiple of `records`.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "release": {
    "title": "ReleaseCurve",
    "description": "Geodesic in Hamiltonian form from seeded random momenta; it has no end state.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "end",
     "integrator",
     "steps"
    ],
    "properties": {
     "name": {
      "description": "Geodesic in Hamiltonian form from seeded random momenta; it has no end state.",
      "const": "release"
     },
     "end": {
      "description": "Final time, in units of time.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "integrator": {
      "description": "Integrator of the Hamiltonian system.",
      "$ref": "integrator.schema.json"
     },
     "steps": {
      "description": "Number of time steps; a multiple of `records`.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "interpolation": {
    "title": "InterpolationCurve",
    "description": "Straight line in a chart; a geodesic only where the metric is constant in that chart.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "chart"
    ],
    "properties": {
     "name": {
      "description": "Straight line in a chart; a geodesic only where the metric is constant in that chart.",
      "const": "interpolation"
     },
     "chart": {
      "description": "plain: u itself; root: square root of the density; log: its logarithm; positions: quantiles of particles; great-circle: arc between square roots.",
      "enum": [
       "plain",
       "root",
       "log",
       "positions",
       "great-circle"
      ]
     }
    }
   }
  }
 },
 "data.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "data.schema.json",
  "title": "Data",
  "description": "Where data come from: inside the spec, from a seeded generator, or from a file.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "inline",
     "generator",
     "file",
     "dataset"
    ],
    "enumDescriptions": [
     "Points written in the spec.",
     "Points from a named generator with its own seed.",
     "A table: .json, .csv or .npy.",
     "A real data set that a package ships."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/inline"
   },
   {
    "$ref": "#/$defs/generator"
   },
   {
    "$ref": "#/$defs/file"
   },
   {
    "$ref": "#/$defs/dataset"
   }
  ],
  "$defs": {
   "inline": {
    "title": "InlineData",
    "description": "Points written in the spec.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "points"
    ],
    "properties": {
     "name": {
      "description": "Points written in the spec.",
      "const": "inline"
     },
     "points": {
      "description": "One row per point.",
      "type": "array",
      "items": {
       "type": "array",
       "items": {
        "type": "number"
       }
      },
      "minItems": 1
     },
     "labels": {
      "description": "Responses y_i, one per point.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 1
     }
    }
   },
   "generator": {
    "title": "GeneratorData",
    "description": "Points from a named generator with its own seed.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "generator",
     "n",
     "seed"
    ],
    "properties": {
     "name": {
      "description": "Points from a named generator with its own seed.",
      "const": "generator"
     },
     "generator": {
      "description": "gaussian, mixture, two-moons, ring, yin-yang (uniform on its dark half, radius 1): clouds; regression, classification, teacher-network: points with responses.",
      "enum": [
       "gaussian",
       "mixture",
       "two-moons",
       "ring",
       "yin-yang",
       "regression",
       "classification",
       "teacher-network"
      ]
     },
     "n": {
      "description": "Number of points.",
      "type": "integer",
      "minimum": 1
     },
     "d": {
      "description": "Dimension.",
      "type": "integer",
      "minimum": 1
     },
     "noise": {
      "description": "Standard deviation of the noise.",
      "type": "number",
      "minimum": 0
     },
     "shift": {
      "description": "Shift of the distribution (for tests out of sample).",
      "type": "number"
     },
     "seed": {
      "description": "Seed of the data; it does not change with the seed of the run.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "file": {
    "title": "FileData",
    "description": "A table: .json, .csv or .npy.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "path"
    ],
    "properties": {
     "name": {
      "description": "A table: .json, .csv or .npy.",
      "const": "file"
     },
     "path": {
      "description": "Path relative to the spec, inside its folder or the project; no `..`.",
      "type": "string",
      "pattern": "^(?!/)(?!.*\\.\\.).*\\.(json|csv|npy)$",
      "allowed": "a relative path without .. that ends in .json, .csv or .npy"
     },
     "columns": {
      "description": "Names of the columns that are the points, in order; default: all but `label`.",
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "label": {
      "description": "Name of the column of responses y_i.",
      "type": "string"
     },
     "standardise": {
      "description": "Subtract the mean, divide by the standard deviation.",
      "type": "boolean"
     }
    }
   },
   "dataset": {
    "title": "DatasetData",
    "description": "A real data set that a package ships.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "dataset"
    ],
    "properties": {
     "name": {
      "description": "A real data set that a package ships.",
      "const": "dataset"
     },
     "dataset": {
      "description": "iris: petal length and width of versicolor (0) and virginica (1).",
      "enum": [
       "iris"
      ]
     },
     "part": {
      "description": "Every fifth row is held out for `test`; default all rows.",
      "enum": [
       "all",
       "train",
       "test"
      ]
     },
     "standardise": {
      "description": "Subtract the mean, divide by the standard deviation of all rows.",
      "type": "boolean"
     }
    }
   }
  }
 },
 "energy.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "energy.schema.json",
  "title": "Energy",
  "description": "The driving functional F(u).",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "kl",
     "inclusive-kl",
     "phi",
     "half-mmd2",
     "potential",
     "entropy",
     "ginzburg-landau",
     "sum",
     "scaled",
     "half-chi2",
     "interaction"
    ],
    "enumDescriptions": [
     "Exclusive Kullback-Leibler divergence (phi_1); generalised for masses other than 1. F = int log(du/dpi) du - u(X) + pi(X)",
     "Inclusive Kullback-Leibler divergence (phi_0). F = int log(dpi/du) dpi - pi(X) + u(X)",
     "Power divergence; p = 2 is half chi^2, p = 1/2 half Hellinger^2. F = int phi_p(du/dpi) dpi, phi_p(s) = (s^p - p(s-1) - 1)/(p(p-1))",
     "Half the squared maximum mean discrepancy. F = MMD^2(u, pi)/2",
     "Linear energy of a potential. F = int V du",
     "Negative entropy relative to Lebesgue measure, times a temperature. F = tau int log(u) du",
     "Phase-field energy. F = int eps^2 |grad u|^2/2 + (1-u^2)^2/4",
     "Sum of energies.",
     "Multiple of an energy.",
     "Half the chi-squared divergence (phi_2). F = 1/2 int (mu/pi - 1)^2 dpi",
     "Quadratic interaction energy with W = k. F = 1/2 int int k(x, y) du(x) du(y)"
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/kl"
   },
   {
    "$ref": "#/$defs/inclusive-kl"
   },
   {
    "$ref": "#/$defs/phi"
   },
   {
    "$ref": "#/$defs/half-mmd2"
   },
   {
    "$ref": "#/$defs/potential"
   },
   {
    "$ref": "#/$defs/entropy"
   },
   {
    "$ref": "#/$defs/ginzburg-landau"
   },
   {
    "$ref": "#/$defs/sum"
   },
   {
    "$ref": "#/$defs/scaled"
   },
   {
    "$ref": "#/$defs/half-chi2"
   },
   {
    "$ref": "#/$defs/interaction"
   }
  ],
  "$defs": {
   "kl": {
    "title": "KlEnergy",
    "description": "Exclusive Kullback-Leibler divergence (phi_1); generalised for masses other than 1.",
    "equation": "F = int log(du/dpi) du - u(X) + pi(X)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "target"
    ],
    "properties": {
     "name": {
      "description": "Exclusive Kullback-Leibler divergence (phi_1); generalised for masses other than 1. F = int log(du/dpi) du - u(X) + pi(X)",
      "const": "kl"
     },
     "target": {
      "description": "The target pi, minimiser of the energy.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "inclusive-kl": {
    "title": "InclusiveKlEnergy",
    "description": "Inclusive Kullback-Leibler divergence (phi_0).",
    "equation": "F = int log(dpi/du) dpi - pi(X) + u(X)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "target"
    ],
    "properties": {
     "name": {
      "description": "Inclusive Kullback-Leibler divergence (phi_0). F = int log(dpi/du) dpi - pi(X) + u(X)",
      "const": "inclusive-kl"
     },
     "target": {
      "description": "The target pi, minimiser of the energy.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "phi": {
    "title": "PhiEnergy",
    "description": "Power divergence; p = 2 is half chi^2, p = 1/2 half Hellinger^2.",
    "equation": "F = int phi_p(du/dpi) dpi, phi_p(s) = (s^p - p(s-1) - 1)/(p(p-1))",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "p",
     "target"
    ],
    "properties": {
     "name": {
      "description": "Power divergence; p = 2 is half chi^2, p = 1/2 half Hellinger^2. F = int phi_p(du/dpi) dpi, phi_p(s) = (s^p - p(s-1) - 1)/(p(p-1))",
      "const": "phi"
     },
     "p": {
      "description": "Exponent p; 1 and 0 are the limits KL(u|pi) and KL(pi|u).",
      "type": "number"
     },
     "target": {
      "description": "The target pi, minimiser of the energy.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "half-mmd2": {
    "title": "HalfMmd2Energy",
    "description": "Half the squared maximum mean discrepancy.",
    "equation": "F = MMD^2(u, pi)/2",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel",
     "target"
    ],
    "properties": {
     "name": {
      "description": "Half the squared maximum mean discrepancy. F = MMD^2(u, pi)/2",
      "const": "half-mmd2"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "target": {
      "description": "The target pi, minimiser of the energy.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "potential": {
    "title": "PotentialEnergy",
    "description": "Linear energy of a potential.",
    "equation": "F = int V du",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "potential"
    ],
    "properties": {
     "name": {
      "description": "Linear energy of a potential. F = int V du",
      "const": "potential"
     },
     "potential": {
      "description": "The potential V.",
      "$ref": "potential.schema.json"
     }
    }
   },
   "entropy": {
    "title": "EntropyEnergy",
    "description": "Negative entropy relative to Lebesgue measure, times a temperature.",
    "equation": "F = tau int log(u) du",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "temperature"
    ],
    "properties": {
     "name": {
      "description": "Negative entropy relative to Lebesgue measure, times a temperature. F = tau int log(u) du",
      "const": "entropy"
     },
     "temperature": {
      "description": "tau > 0.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "ginzburg-landau": {
    "title": "GinzburgLandauEnergy",
    "description": "Phase-field energy.",
    "equation": "F = int eps^2 |grad u|^2/2 + (1-u^2)^2/4",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "epsilon"
    ],
    "properties": {
     "name": {
      "description": "Phase-field energy. F = int eps^2 |grad u|^2/2 + (1-u^2)^2/4",
      "const": "ginzburg-landau"
     },
     "epsilon": {
      "description": "Interface width, in units of length.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "sum": {
    "title": "SumEnergy",
    "description": "Sum of energies.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "Sum of energies.",
      "const": "sum"
     },
     "of": {
      "description": "The energies that are added.",
      "type": "array",
      "items": {
       "$ref": "energy.schema.json"
      },
      "minItems": 2
     }
    }
   },
   "scaled": {
    "title": "ScaledEnergy",
    "description": "Multiple of an energy.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "factor",
     "of"
    ],
    "properties": {
     "name": {
      "description": "Multiple of an energy.",
      "const": "scaled"
     },
     "factor": {
      "description": "Factor a.",
      "type": "number"
     },
     "of": {
      "description": "The energy that is multiplied.",
      "$ref": "energy.schema.json"
     }
    }
   },
   "half-chi2": {
    "title": "HalfChi2Energy",
    "description": "Half the chi-squared divergence (phi_2).",
    "equation": "F = 1/2 int (mu/pi - 1)^2 dpi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "target"
    ],
    "properties": {
     "name": {
      "description": "Half the chi-squared divergence (phi_2). F = 1/2 int (mu/pi - 1)^2 dpi",
      "const": "half-chi2"
     },
     "target": {
      "description": "The target pi, minimiser of the energy.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "interaction": {
    "title": "InteractionEnergy",
    "description": "Quadratic interaction energy with W = k.",
    "equation": "F = 1/2 int int k(x, y) du(x) du(y)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "Quadratic interaction energy with W = k. F = 1/2 int int k(x, y) du(x) du(y)",
      "const": "interaction"
     },
     "kernel": {
      "description": "The kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   }
  }
 },
 "experiment.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "experiment.schema.json",
  "title": "Experiment",
  "description": "An experiment: runs x axes x claims x figures. A claim is a sentence about formulas, a formula is an array over named dimensions, a reference is a run, a control is `same-as`.",
  "type": "object",
  "additionalProperties": false,
  "required": [
   "id",
   "title",
   "illustrates",
   "seed",
   "claims",
   "figures"
  ],
  "properties": {
   "$schema": {
    "description": "Path of experiment.schema.json relative to the spec: completion and hover text in editors.",
    "type": "string"
   },
   "id": {
    "description": "Name of the file without .json.",
    "type": "string",
    "pattern": "^[a-z0-9-]+$",
    "allowed": "small letters, digits and -"
   },
   "title": {
    "description": "What is shown, as one sentence.",
    "type": "string"
   },
   "illustrates": {
    "description": "Statements of the catalogue that the claims speak for; empty for a flow of your own.",
    "type": "array",
    "items": {
     "$ref": "#/$defs/statement"
    },
    "uniqueItems": true
   },
   "seed": {
    "description": "Seed of everything random that has no seed of its own.",
    "type": "integer",
    "minimum": 0
   },
   "runs": {
    "description": "Name -> run. Missing in a purely analytic experiment.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$",
     "allowed": "letters and digits, a letter first"
    },
    "additionalProperties": {
     "$ref": "task.schema.json"
    },
    "maxProperties": 500
   },
   "axes": {
    "description": "Name -> axis: a parameter that takes several values, and a dimension of formulas.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$",
     "allowed": "letters and digits, a letter first"
    },
    "additionalProperties": {
     "$ref": "axis.schema.json"
    },
    "maxProperties": 50
   },
   "quantities": {
    "description": "Name -> formula: names for what several claims or figures use.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$",
     "allowed": "letters and digits, a letter first"
    },
    "additionalProperties": {
     "$ref": "formula.schema.json"
    },
    "maxProperties": 500
   },
   "claims": {
    "description": "Name -> claim: what the numbers must satisfy.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$",
     "allowed": "letters and digits, a letter first"
    },
    "additionalProperties": {
     "$ref": "claim.schema.json"
    },
    "minProperties": 1,
    "maxProperties": 1000
   },
   "figures": {
    "description": "Name -> figure: what is drawn, never how it looks.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$",
     "allowed": "letters and digits, a letter first"
    },
    "additionalProperties": {
     "$ref": "figure.schema.json"
    },
    "minProperties": 1,
    "maxProperties": 200
   }
  },
  "$defs": {
   "statement": {
    "title": "Statement",
    "description": "Id of a statement of the catalogue, such as A-4.1.",
    "type": "string",
    "pattern": "^[A-F]-[0-9]+(\\.[0-9]+)?[a-z]?$",
    "allowed": "an id of the catalogue, as A-4.1"
   }
  }
 },
 "figure.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "figure.schema.json",
  "title": "Figure",
  "description": "A figure drawn from the archive; only what it takes, never how it looks.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "interpolations",
     "densities-over-time",
     "decay",
     "curves",
     "threshold",
     "converging-family",
     "order",
     "particles",
     "ellipses",
     "residuals",
     "space-time",
     "spectrum",
     "simplex-flow",
     "witness",
     "two-way",
     "swarm"
    ],
    "enumDescriptions": [
     "Ridgelines of curves of measures with a strip beside them.",
     "Ridgelines of flows with a panel of series.",
     "Decay in time, logarithmic, under its bounds.",
     "Curves against a parameter or time, coloured by a parameter.",
     "A quantity on both sides of a threshold of a parameter: over time, coloured by the parameter, and against the parameter.",
     "A family tending to a limit, with its errors, and both halves of the dissipation closing in on theirs.",
     "Errors on doubly logarithmic axes with slope triangles.",
     "Planar particles: trails, area is weight, hollow means none.",
     "Contours of a planar target, Gaussians as ellipses of one and two standard deviations, clouds of particles.",
     "One dot per claim, or per point of an axis, on a logarithmic abscissa, with what it must not exceed as a line.",
     "Fields in (x, t), or snapshots in the plane, with a panel of series.",
     "Numbers of modes as stems on a logarithmic ordinate, closed forms as dotted lines.",
     "Flows on three states: trajectories over the directions of the field and the level sets of the energy, one triangle per geometry.",
     "Two densities, and below them the function that tells them apart.",
     "A curve for every pair of two parameters, in rows and columns, each with a number.",
     "Thousands of particles in the plane at a few times, as tiny dots."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/interpolations"
   },
   {
    "$ref": "#/$defs/densities-over-time"
   },
   {
    "$ref": "#/$defs/decay"
   },
   {
    "$ref": "#/$defs/curves"
   },
   {
    "$ref": "#/$defs/threshold"
   },
   {
    "$ref": "#/$defs/converging-family"
   },
   {
    "$ref": "#/$defs/order"
   },
   {
    "$ref": "#/$defs/particles"
   },
   {
    "$ref": "#/$defs/ellipses"
   },
   {
    "$ref": "#/$defs/residuals"
   },
   {
    "$ref": "#/$defs/space-time"
   },
   {
    "$ref": "#/$defs/spectrum"
   },
   {
    "$ref": "#/$defs/simplex-flow"
   },
   {
    "$ref": "#/$defs/witness"
   },
   {
    "$ref": "#/$defs/two-way"
   },
   {
    "$ref": "#/$defs/swarm"
   }
  ],
  "$defs": {
   "series": {
    "title": "Series",
    "description": "A formula as a curve. A dimension that is left besides the abscissa gives one curve per point.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "of"
    ],
    "properties": {
     "of": {
      "description": "The curve.",
      "$ref": "formula.schema.json"
     },
     "label": {
      "description": "Its name beside the curve; default: the geometry or the run. `$…$` is mathematics.",
      "type": "string"
     },
     "geometry": {
      "description": "Its colour; default: the geometry of the run in the formula.",
      "enum": [
       "de-stein",
       "wasserstein",
       "stein",
       "mmd",
       "fisher-rao",
       "kernel-fisher-rao",
       "ift",
       "wfr"
      ]
     }
    }
   },
   "interpolations": {
    "title": "InterpolationsFigure",
    "description": "Ridgelines of curves of measures with a strip beside them.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "runs",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Ridgelines of curves of measures with a strip beside them.",
      "const": "interpolations"
     },
     "runs": {
      "description": "One column each.",
      "type": "array",
      "items": {
       "description": "Run.",
       "type": "string",
       "x-names": "run"
      },
      "minItems": 1
     },
     "labels": {
      "description": "What each column is, beside the name of its geometry; `$…$` is mathematics.",
      "type": "array",
      "items": {
       "description": "Words.",
       "type": "string"
      }
     },
     "strip": {
      "description": "One series per run, beside its ridges: the mass, the speed.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "ordinate": {
      "description": "Name of the strips.",
      "type": "string"
     },
     "at": {
      "description": "Axis -> label or value: which point is shown of runs that axes touch. Default: the first.",
      "type": "object",
      "additionalProperties": {
       "description": "Label or value.",
       "type": [
        "string",
        "number"
       ]
      }
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "densities-over-time": {
    "title": "DensitiesOverTimeFigure",
    "description": "Ridgelines of flows with a panel of series.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "runs",
     "panel",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Ridgelines of flows with a panel of series.",
      "const": "densities-over-time"
     },
     "runs": {
      "description": "One column each.",
      "type": "array",
      "items": {
       "description": "Run.",
       "type": "string",
       "x-names": "run"
      },
      "minItems": 1
     },
     "labels": {
      "description": "What each column is, beside the name of its geometry; `$…$` is mathematics.",
      "type": "array",
      "items": {
       "description": "Words.",
       "type": "string"
      }
     },
     "times": {
      "description": "Recorded times that are shown; default equally spaced ones.",
      "type": "array",
      "items": {
       "description": "Time.",
       "type": "number"
      },
      "minItems": 1
     },
     "target": {
      "description": "The target over the nodes, dotted above the ridges; default: that of the energy, where it has a density.",
      "$ref": "formula.schema.json"
     },
     "panel": {
      "description": "Series of the panel.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "linear": {
      "description": "Linear ordinate of the panel.",
      "type": "boolean"
     },
     "at": {
      "description": "Axis -> label or value: which point is shown of runs that axes touch. Default: the first.",
      "type": "object",
      "additionalProperties": {
       "description": "Label or value.",
       "type": [
        "string",
        "number"
       ]
      }
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "decay": {
    "title": "DecayFigure",
    "description": "Decay in time, logarithmic, under its bounds.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "series",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Decay in time, logarithmic, under its bounds.",
      "const": "decay"
     },
     "series": {
      "description": "Solid curves over t.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "bounds": {
      "description": "Dashed.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "references": {
      "description": "Dotted: limits and closed forms.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "slopes": {
      "description": "Rates of the triangles.",
      "type": "array",
      "items": {
       "description": "Slope.",
       "type": "number"
      },
      "minItems": 1
     },
     "linear": {
      "description": "Linear ordinate.",
      "type": "boolean"
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "curves": {
    "title": "CurvesFigure",
    "description": "Curves against a parameter or time, coloured by a parameter.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "x",
     "curves",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Curves against a parameter or time, coloured by a parameter.",
      "const": "curves"
     },
     "x": {
      "description": "Abscissa.",
      "type": "string",
      "x-names": "dimension"
     },
     "curves": {
      "description": "Solid.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "bounds": {
      "description": "Dashed.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "references": {
      "description": "Dotted: limits and closed forms.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "by": {
      "description": "The parameter that colours.",
      "type": "string",
      "x-names": "dimension"
     },
     "logarithmic": {
      "description": "Axes with a logarithmic scale.",
      "type": "array",
      "items": {
       "description": "Axis.",
       "enum": [
        "x",
        "y"
       ]
      }
     },
     "abscissa": {
      "description": "Name of the abscissa; `$…$` is mathematics.",
      "type": "string"
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "threshold-panel": {
    "title": "ThresholdPanel",
    "description": "One panel: a fan over time or another abscissa, or a quantity against the parameter itself.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "x",
     "curves",
     "title"
    ],
    "properties": {
     "x": {
      "description": "Abscissa.",
      "type": "string",
      "x-names": "dimension"
     },
     "curves": {
      "description": "Solid; a dimension that is left is the parameter. Against the parameter: dots, broken at the threshold.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "bounds": {
      "description": "Dashed, named after the parameter.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "references": {
      "description": "Dotted in panels over time, thin lines under the dots of panels against the parameter.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "title": {
      "description": "What is different here; `$…$` is mathematics.",
      "type": "string"
     },
     "subtitle": {
      "description": "What is seen, a few words.",
      "type": "string"
     },
     "logarithmic": {
      "description": "Axes with a logarithmic scale.",
      "type": "array",
      "items": {
       "description": "Axis.",
       "enum": [
        "x",
        "y"
       ]
      }
     },
     "abscissa": {
      "description": "Name of the abscissa; `$…$` is mathematics.",
      "type": "string"
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     }
    }
   },
   "threshold": {
    "title": "ThresholdFigure",
    "description": "A quantity on both sides of a threshold of a parameter: over time, coloured by the parameter, and against the parameter.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "threshold",
     "panels",
     "title"
    ],
    "properties": {
     "name": {
      "description": "A quantity on both sides of a threshold of a parameter: over time, coloured by the parameter, and against the parameter.",
      "const": "threshold"
     },
     "threshold": {
      "description": "Value of the parameter where the behaviour changes.",
      "type": "number"
     },
     "parameter": {
      "description": "How curves and panels name the parameter; `$…$` is mathematics. Default: the name of the axis.",
      "type": "string"
     },
     "panels": {
      "description": "From left to right, with one scale.",
      "type": "array",
      "items": {
       "description": "Panel.",
       "$ref": "#/$defs/threshold-panel"
      },
      "minItems": 1,
      "maxItems": 3
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "converging-family": {
    "title": "ConvergingFamilyFigure",
    "description": "A family tending to a limit, with its errors, and both halves of the dissipation closing in on theirs.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "along",
     "family",
     "limit",
     "errors",
     "title"
    ],
    "properties": {
     "name": {
      "description": "A family tending to a limit, with its errors, and both halves of the dissipation closing in on theirs.",
      "const": "converging-family"
     },
     "along": {
      "description": "Parameter of the family.",
      "type": "string",
      "x-names": "dimension"
     },
     "family": {
      "description": "State or series of the family, over the parameter and one more dimension.",
      "$ref": "formula.schema.json"
     },
     "limit": {
      "description": "Its limit.",
      "$ref": "formula.schema.json"
     },
     "errors": {
      "description": "Errors against the parameter.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "halves": {
      "title": "Halves",
      "description": "The integrals of R and R* against the parameter, and their common limit.",
      "type": "object",
      "additionalProperties": false,
      "required": [
       "primal",
       "dual",
       "limit"
      ],
      "properties": {
       "primal": {
        "description": "Integral of R.",
        "$ref": "formula.schema.json"
       },
       "dual": {
        "description": "Integral of R*.",
        "$ref": "formula.schema.json"
       },
       "limit": {
        "description": "Their limit.",
        "$ref": "formula.schema.json"
       }
      }
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "order": {
    "title": "OrderFigure",
    "description": "Errors on doubly logarithmic axes with slope triangles.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "x",
     "curves",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Errors on doubly logarithmic axes with slope triangles.",
      "const": "order"
     },
     "x": {
      "description": "Abscissa.",
      "type": "string",
      "x-names": "dimension"
     },
     "curves": {
      "description": "Errors.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "bounds": {
      "description": "Dashed.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "slopes": {
      "description": "Slopes of the triangles.",
      "type": "array",
      "items": {
       "description": "Slope.",
       "type": "number"
      },
      "minItems": 1
     },
     "abscissa": {
      "description": "Name of the abscissa; `$…$` is mathematics.",
      "type": "string"
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "particles": {
    "title": "ParticlesFigure",
    "description": "Planar particles: trails, area is weight, hollow means none.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "runs",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Planar particles: trails, area is weight, hollow means none.",
      "const": "particles"
     },
     "runs": {
      "description": "One panel each.",
      "type": "array",
      "items": {
       "description": "Run.",
       "type": "string",
       "x-names": "run"
      },
      "minItems": 1
     },
     "labels": {
      "description": "What each column is, beside the name of its geometry; `$…$` is mathematics.",
      "type": "array",
      "items": {
       "description": "Words.",
       "type": "string"
      }
     },
     "panel": {
      "description": "Series beside them.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "linear": {
      "description": "Linear ordinate of the panel.",
      "type": "boolean"
     },
     "at": {
      "description": "Axis -> label or value: which point is shown of runs that axes touch. Default: the first.",
      "type": "object",
      "additionalProperties": {
       "description": "Label or value.",
       "type": [
        "string",
        "number"
       ]
      }
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "ellipses": {
    "title": "EllipsesFigure",
    "description": "Contours of a planar target, Gaussians as ellipses of one and two standard deviations, clouds of particles.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "panels",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Contours of a planar target, Gaussians as ellipses of one and two standard deviations, clouds of particles.",
      "const": "ellipses"
     },
     "panels": {
      "description": "Panels, at most three.",
      "type": "array",
      "minItems": 1,
      "maxItems": 3,
      "items": {
       "title": "EllipsesPanel",
       "description": "One panel.",
       "type": "object",
       "additionalProperties": false,
       "required": [
        "label"
       ],
       "properties": {
        "label": {
         "description": "What it is; `$…$` is mathematics.",
         "type": "string"
        },
        "detail": {
         "description": "A smaller line under it.",
         "type": "string"
        },
        "gaussians": {
         "description": "Gaussians.",
         "type": "array",
         "minItems": 1,
         "items": {
          "title": "GaussianCurve",
          "description": "A Gaussian by formulas; over t, the mean leaves a trail and the last one is drawn.",
          "type": "object",
          "additionalProperties": false,
          "required": [
           "mean",
           "covariance"
          ],
          "properties": {
           "mean": {
            "description": "[m1, m2]",
            "type": "array",
            "items": {
             "$ref": "formula.schema.json"
            },
            "minItems": 2,
            "maxItems": 2
           },
           "covariance": {
            "description": "[s11, s12, s22]",
            "type": "array",
            "items": {
             "$ref": "formula.schema.json"
            },
            "minItems": 3,
            "maxItems": 3
           },
           "label": {
            "description": "Its name.",
            "type": "string"
           },
           "geometry": {
            "description": "Its colour; default: the geometry of the run in the formula.",
            "enum": [
             "de-stein",
             "wasserstein",
             "stein",
             "mmd",
             "fisher-rao",
             "kernel-fisher-rao",
             "ift",
             "wfr"
            ]
           }
          }
         }
        },
        "cloud": {
         "description": "Run whose particles are dots.",
         "type": "string",
         "x-names": "run"
        }
       }
      }
     },
     "target": {
      "description": "Run whose target is drawn in grey.",
      "type": "string",
      "x-names": "run"
     },
     "at": {
      "description": "Axis -> label or value: which point is shown of runs that axes touch. Default: the first.",
      "type": "object",
      "additionalProperties": {
       "description": "Label or value.",
       "type": [
        "string",
        "number"
       ]
      }
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "residuals": {
    "title": "ResidualsFigure",
    "description": "One dot per claim, or per point of an axis, on a logarithmic abscissa, with what it must not exceed as a line.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "claims",
     "title"
    ],
    "properties": {
     "name": {
      "description": "One dot per claim, or per point of an axis, on a logarithmic abscissa, with what it must not exceed as a line.",
      "const": "residuals"
     },
     "claims": {
      "description": "Claims.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      },
      "minItems": 1
     },
     "by": {
      "description": "One row per point of this axis.",
      "type": "string",
      "x-names": "dimension"
     },
     "abscissa": {
      "description": "Name of the abscissa; `$…$` is mathematics.",
      "type": "string"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "space-time": {
    "title": "SpaceTimeFigure",
    "description": "Fields in (x, t), or snapshots in the plane, with a panel of series.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "runs",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Fields in (x, t), or snapshots in the plane, with a panel of series.",
      "const": "space-time"
     },
     "runs": {
      "description": "One panel each.",
      "type": "array",
      "items": {
       "description": "Run.",
       "type": "string",
       "x-names": "run"
      },
      "minItems": 1
     },
     "labels": {
      "description": "What each column is, beside the name of its geometry; `$…$` is mathematics.",
      "type": "array",
      "items": {
       "description": "Words.",
       "type": "string"
      }
     },
     "times": {
      "description": "Recorded times that are shown; default equally spaced ones.",
      "type": "array",
      "items": {
       "description": "Time.",
       "type": "number"
      },
      "minItems": 1
     },
     "panel": {
      "description": "Series.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "linear": {
      "description": "Linear ordinate of the panel.",
      "type": "boolean"
     },
     "at": {
      "description": "Axis -> label or value: which point is shown of runs that axes touch. Default: the first.",
      "type": "object",
      "additionalProperties": {
       "description": "Label or value.",
       "type": [
        "string",
        "number"
       ]
      }
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "spectrum": {
    "title": "SpectrumFigure",
    "description": "Numbers of modes as stems on a logarithmic ordinate, closed forms as dotted lines.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "stems",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Numbers of modes as stems on a logarithmic ordinate, closed forms as dotted lines.",
      "const": "spectrum"
     },
     "x": {
      "description": "Dimension that counts the modes; default `mode`.",
      "type": "string",
      "x-names": "dimension"
     },
     "stems": {
      "description": "One stem per mode; beside each other where there are several.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "dots": {
      "description": "Dots without stems: families over seeds or a parameter.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "references": {
      "description": "Dotted: limits and closed forms.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "linear": {
      "description": "Linear ordinate.",
      "type": "boolean"
     },
     "abscissa": {
      "description": "Name of the abscissa; `$…$` is mathematics.",
      "type": "string"
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "simplex-flow": {
    "title": "SimplexFlowFigure",
    "description": "Flows on three states: trajectories over the directions of the field and the level sets of the energy, one triangle per geometry.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "runs",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Flows on three states: trajectories over the directions of the field and the level sets of the energy, one triangle per geometry.",
      "const": "simplex-flow"
     },
     "runs": {
      "description": "Flows on three nodes of constant mass, one triangle each; other axes give several trajectories.",
      "type": "array",
      "items": {
       "description": "Run.",
       "type": "string",
       "x-names": "run"
      },
      "minItems": 1
     },
     "by": {
      "description": "An axis of the runs: one triangle per point of it.",
      "type": "string",
      "x-names": "dimension"
     },
     "labels": {
      "description": "A line under the name of each triangle, such as its equation; `$…$` is mathematics.",
      "type": "array",
      "items": {
       "description": "Words.",
       "type": "string"
      }
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "witness": {
    "title": "WitnessFigure",
    "description": "Two densities, and below them the function that tells them apart.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "run",
     "witness",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Two densities, and below them the function that tells them apart.",
      "const": "witness"
     },
     "run": {
      "description": "The distance or curve whose two ends are drawn: densities on the line.",
      "type": "string",
      "x-names": "run"
     },
     "witness": {
      "$ref": "formula.schema.json",
      "description": "A function of the nodes; one curve per point of the dimension that is left, the middle one solid."
     },
     "by": {
      "description": "Dimension of the family, if there is one.",
      "type": "string",
      "x-names": "dimension"
     },
     "values": {
      "$ref": "formula.schema.json",
      "description": "One number per curve of the family, in a table beside them."
     },
     "valueName": {
      "description": "What these numbers are; `$…$` is mathematics.",
      "type": "string"
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "two-way": {
    "title": "TwoWayFigure",
    "description": "A curve for every pair of two parameters, in rows and columns, each with a number.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "rows",
     "columns",
     "of",
     "value",
     "title"
    ],
    "properties": {
     "name": {
      "description": "A curve for every pair of two parameters, in rows and columns, each with a number.",
      "const": "two-way"
     },
     "rows": {
      "description": "The parameter of the rows.",
      "type": "string",
      "x-names": "dimension"
     },
     "columns": {
      "description": "The parameter of the columns.",
      "type": "string",
      "x-names": "dimension"
     },
     "of": {
      "description": "The curve of a cell: what is left over the two parameters and one more dimension.",
      "$ref": "formula.schema.json"
     },
     "references": {
      "description": "In every cell: the first dotted, the others grey.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1,
      "maxItems": 2
     },
     "value": {
      "description": "The number of a cell, over the two parameters.",
      "$ref": "formula.schema.json"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   },
   "swarm": {
    "title": "SwarmFigure",
    "description": "Thousands of particles in the plane at a few times, as tiny dots.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "run",
     "title"
    ],
    "properties": {
     "name": {
      "description": "Thousands of particles in the plane at a few times, as tiny dots.",
      "const": "swarm"
     },
     "run": {
      "description": "The run, with `positions` recorded.",
      "type": "string",
      "x-names": "run"
     },
     "times": {
      "description": "Times that are shown, one panel each; the nearest recorded ones. Default: three.",
      "type": "array",
      "items": {
       "description": "Time.",
       "type": "number"
      },
      "minItems": 1,
      "maxItems": 4
     },
     "panel": {
      "description": "Series beside them.",
      "type": "array",
      "items": {
       "description": "Curve.",
       "$ref": "#/$defs/series"
      },
      "minItems": 1
     },
     "ordinate": {
      "description": "Name of the ordinate; `$…$` is mathematics.",
      "type": "string"
     },
     "linear": {
      "description": "Linear ordinate of the panel.",
      "type": "boolean"
     },
     "title": {
      "description": "The finding, one sentence; `$…$` is mathematics.",
      "type": "string"
     },
     "caption": {
      "description": "What is drawn, one line.",
      "type": "string",
      "maxLength": 120
     },
     "note": {
      "description": "A line under the figure: what to know of the data.",
      "type": "string",
      "maxLength": 150
     },
     "badges": {
      "description": "Claims shown with their numbers.",
      "type": "array",
      "items": {
       "description": "Claim.",
       "type": "string",
       "x-names": "claim"
      }
     }
    }
   }
  }
 },
 "force.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "force.schema.json",
  "title": "Force",
  "description": "The covector xi of a rate.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "differential",
     "random",
     "values"
    ],
    "enumDescriptions": [
     "The differential of an energy. xi = DF(u)",
     "Seeded random values on nodes.",
     "Values written out."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/differential"
   },
   {
    "$ref": "#/$defs/random"
   },
   {
    "$ref": "#/$defs/values"
   }
  ],
  "$defs": {
   "differential": {
    "title": "DifferentialForce",
    "description": "The differential of an energy.",
    "equation": "xi = DF(u)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "energy"
    ],
    "properties": {
     "name": {
      "description": "The differential of an energy. xi = DF(u)",
      "const": "differential"
     },
     "energy": {
      "description": "The energy F.",
      "$ref": "energy.schema.json"
     }
    }
   },
   "random": {
    "title": "RandomForce",
    "description": "Seeded random values on nodes.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "seed"
    ],
    "properties": {
     "name": {
      "description": "Seeded random values on nodes.",
      "const": "random"
     },
     "seed": {
      "description": "Seed of the values.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "values": {
    "title": "ValuesForce",
    "description": "Values written out.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "values"
    ],
    "properties": {
     "name": {
      "description": "Values written out.",
      "const": "values"
     },
     "values": {
      "description": "xi at the nodes, one number each.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 1
     }
    }
   }
  }
 },
 "formula.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "formula.schema.json",
  "title": "Formula",
  "description": "A formula: numbers, + - * / ^, run.output, axis names, t, named quantities, functions (max min mean sum median sd stderr over a dimension; first last integral cumulative ddt along t; slope(y, x[, from, to]); exp log sqrt abs sin cos tanh ...), selection x[axis=value]. Values are arrays over named dimensions; operations broadcast by name; whatever dimension is left means `for all`.",
  "type": "string",
  "minLength": 1,
  "x-formula": "experiment"
 },
 "geometry.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "geometry.schema.json",
  "title": "Geometry",
  "description": "The dissipation geometry as a tree: Onsager operator K(u), u' = -K(u) DF(u).",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "hellinger",
     "kernel-hellinger",
     "ridge-hellinger",
     "mmd",
     "wasserstein",
     "stein",
     "ridge-wasserstein",
     "de-stein",
     "l2",
     "h-minus-1",
     "term",
     "scaled",
     "sum",
     "spherical"
    ],
    "enumDescriptions": [
     "Hellinger = Fisher-Rao: growth x identity. K xi = u xi",
     "Kernelised Fisher-Rao: growth x kernel. K xi = u K_u xi",
     "Fisher-Rao by kernel ridge regression: growth x ridge. K xi = u (K_u + lambda)^-1 K_u xi",
     "MMD geometry: deposit x inverse. K xi = K^-1 xi",
     "Otto's geometry: transport x identity. K xi = -div(u grad xi)",
     "Stein geometry (SVGD on particles): transport x kernel. K xi = -div(u K_u grad xi)",
     "Between Wasserstein and Stein: transport x ridge. K xi = -div(u (K_u + lambda)^-1 K_u grad xi)",
     "De-kernelised Stein geometry: transport x inverse. K xi = -div(K^-1 grad xi)",
     "Flat L^2, of Allen-Cahn: deposit x identity. K xi = xi",
     "H^-1, of Cahn-Hilliard: diffusion x identity. K xi = -Laplace xi",
     "One term of the table: any mechanism with any smoother. K = M* D_w S M",
     "Multiple of a geometry: usually alpha for transport, beta for growth.",
     "Sum of Onsager operators, which is the infimal convolution of the metrics.",
     "The geometry restricted to fixed mass. K - K1 x K1/<1, K1>"
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/hellinger"
   },
   {
    "$ref": "#/$defs/kernel-hellinger"
   },
   {
    "$ref": "#/$defs/ridge-hellinger"
   },
   {
    "$ref": "#/$defs/mmd"
   },
   {
    "$ref": "#/$defs/wasserstein"
   },
   {
    "$ref": "#/$defs/stein"
   },
   {
    "$ref": "#/$defs/ridge-wasserstein"
   },
   {
    "$ref": "#/$defs/de-stein"
   },
   {
    "$ref": "#/$defs/l2"
   },
   {
    "$ref": "#/$defs/h-minus-1"
   },
   {
    "$ref": "#/$defs/term"
   },
   {
    "$ref": "#/$defs/scaled"
   },
   {
    "$ref": "#/$defs/sum"
   },
   {
    "$ref": "#/$defs/spherical"
   }
  ],
  "$defs": {
   "hellinger": {
    "title": "HellingerGeometry",
    "description": "Hellinger = Fisher-Rao: growth x identity.",
    "equation": "K xi = u xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Hellinger = Fisher-Rao: growth x identity. K xi = u xi",
      "const": "hellinger"
     }
    }
   },
   "kernel-hellinger": {
    "title": "KernelHellingerGeometry",
    "description": "Kernelised Fisher-Rao: growth x kernel.",
    "equation": "K xi = u K_u xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "Kernelised Fisher-Rao: growth x kernel. K xi = u K_u xi",
      "const": "kernel-hellinger"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "ridge-hellinger": {
    "title": "RidgeHellingerGeometry",
    "description": "Fisher-Rao by kernel ridge regression: growth x ridge.",
    "equation": "K xi = u (K_u + lambda)^-1 K_u xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel",
     "lambda"
    ],
    "properties": {
     "name": {
      "description": "Fisher-Rao by kernel ridge regression: growth x ridge. K xi = u (K_u + lambda)^-1 K_u xi",
      "const": "ridge-hellinger"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "lambda": {
      "description": "Ridge lambda > 0.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "mmd": {
    "title": "MmdGeometry",
    "description": "MMD geometry: deposit x inverse.",
    "equation": "K xi = K^-1 xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "MMD geometry: deposit x inverse. K xi = K^-1 xi",
      "const": "mmd"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "wasserstein": {
    "title": "WassersteinGeometry",
    "description": "Otto's geometry: transport x identity.",
    "equation": "K xi = -div(u grad xi)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Otto's geometry: transport x identity. K xi = -div(u grad xi)",
      "const": "wasserstein"
     }
    }
   },
   "stein": {
    "title": "SteinGeometry",
    "description": "Stein geometry (SVGD on particles): transport x kernel.",
    "equation": "K xi = -div(u K_u grad xi)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "Stein geometry (SVGD on particles): transport x kernel. K xi = -div(u K_u grad xi)",
      "const": "stein"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "ridge-wasserstein": {
    "title": "RidgeWassersteinGeometry",
    "description": "Between Wasserstein and Stein: transport x ridge.",
    "equation": "K xi = -div(u (K_u + lambda)^-1 K_u grad xi)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel",
     "lambda"
    ],
    "properties": {
     "name": {
      "description": "Between Wasserstein and Stein: transport x ridge. K xi = -div(u (K_u + lambda)^-1 K_u grad xi)",
      "const": "ridge-wasserstein"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "lambda": {
      "description": "Ridge lambda > 0.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "de-stein": {
    "title": "DeSteinGeometry",
    "description": "De-kernelised Stein geometry: transport x inverse.",
    "equation": "K xi = -div(K^-1 grad xi)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "De-kernelised Stein geometry: transport x inverse. K xi = -div(K^-1 grad xi)",
      "const": "de-stein"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "l2": {
    "title": "L2Geometry",
    "description": "Flat L^2, of Allen-Cahn: deposit x identity.",
    "equation": "K xi = xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Flat L^2, of Allen-Cahn: deposit x identity. K xi = xi",
      "const": "l2"
     }
    }
   },
   "h-minus-1": {
    "title": "HMinus1Geometry",
    "description": "H^-1, of Cahn-Hilliard: diffusion x identity.",
    "equation": "K xi = -Laplace xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "H^-1, of Cahn-Hilliard: diffusion x identity. K xi = -Laplace xi",
      "const": "h-minus-1"
     }
    }
   },
   "term": {
    "title": "TermGeometry",
    "description": "One term of the table: any mechanism with any smoother.",
    "equation": "K = M* D_w S M",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "mechanism",
     "smoother"
    ],
    "properties": {
     "name": {
      "description": "One term of the table: any mechanism with any smoother. K = M* D_w S M",
      "const": "term"
     },
     "mechanism": {
      "description": "transport and growth are weighted with the state, diffusion and deposit with the reference volumes.",
      "enum": [
       "transport",
       "growth",
       "deposit",
       "diffusion"
      ]
     },
     "smoother": {
      "description": "The smoother S.",
      "$ref": "smoother.schema.json"
     }
    }
   },
   "scaled": {
    "title": "ScaledGeometry",
    "description": "Multiple of a geometry: usually alpha for transport, beta for growth.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "factor",
     "of"
    ],
    "properties": {
     "name": {
      "description": "Multiple of a geometry: usually alpha for transport, beta for growth.",
      "const": "scaled"
     },
     "factor": {
      "description": "Factor >= 0 of K; 0 switches the term off.",
      "type": "number",
      "minimum": 0
     },
     "of": {
      "description": "The geometry that is multiplied.",
      "$ref": "geometry.schema.json"
     }
    }
   },
   "sum": {
    "title": "SumGeometry",
    "description": "Sum of Onsager operators, which is the infimal convolution of the metrics.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "Sum of Onsager operators, which is the infimal convolution of the metrics.",
      "const": "sum"
     },
     "of": {
      "description": "The geometries whose operators are added.",
      "type": "array",
      "items": {
       "$ref": "geometry.schema.json"
      },
      "minItems": 2
     }
    }
   },
   "spherical": {
    "title": "SphericalGeometry",
    "description": "The geometry restricted to fixed mass.",
    "equation": "K - K1 x K1/<1, K1>",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "The geometry restricted to fixed mass. K - K1 x K1/<1, K1>",
      "const": "spherical"
     },
     "of": {
      "description": "The geometry that is restricted.",
      "$ref": "geometry.schema.json"
     }
    }
   }
  }
 },
 "integrator.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "integrator.schema.json",
  "title": "Integrator",
  "description": "The time discretisation. `exact` takes the registered closed form of (space, energy, geometry) and is how a reference is written.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "exact",
     "explicit-euler",
     "rk4",
     "exponential",
     "implicit-euler",
     "semi-implicit",
     "chang-cooper",
     "jko",
     "splitting",
     "langevin",
     "noisy-euler",
     "birth-death",
     "adaptive"
    ],
    "enumDescriptions": [
     "Registered closed form of (space, energy, geometry): how a reference is written. Refused where none is known.",
     "Explicit Euler method; order 1.",
     "Classical Runge-Kutta method; order 4.",
     "Runge-Kutta method in the chart log u: the state stays positive.",
     "Implicit Euler method by Newton's method; order 1.",
     "For phase fields: the stiff part implicitly, by Eyre's convex splitting or with a stabilising term; order 1.",
     "Implicit steps with Scharfetter-Gummel fluxes: the discrete stationary state is exact.",
     "Minimizing movement: one proximal step per time step. u+ = argmin F + d^2(., u)/(2 dt)",
     "One integrator per term of a sum geometry, one after the other.",
     "Euler-Maruyama: the part tau log u of the force becomes noise (unadjusted Langevin). X+ = X - dt grad V + sqrt(2 tau dt) N",
     "Explicit Euler with the force evaluated at perturbed points.",
     "Jump process on particles: they die and are duplicated at the rate of the growth field.",
     "Dormand-Prince 5(4) with error control between the recorded times; ends with the status `step-underflow` where no step is small enough."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/exact"
   },
   {
    "$ref": "#/$defs/explicit-euler"
   },
   {
    "$ref": "#/$defs/rk4"
   },
   {
    "$ref": "#/$defs/exponential"
   },
   {
    "$ref": "#/$defs/implicit-euler"
   },
   {
    "$ref": "#/$defs/semi-implicit"
   },
   {
    "$ref": "#/$defs/chang-cooper"
   },
   {
    "$ref": "#/$defs/jko"
   },
   {
    "$ref": "#/$defs/splitting"
   },
   {
    "$ref": "#/$defs/langevin"
   },
   {
    "$ref": "#/$defs/noisy-euler"
   },
   {
    "$ref": "#/$defs/birth-death"
   },
   {
    "$ref": "#/$defs/adaptive"
   }
  ],
  "$defs": {
   "exact": {
    "title": "ExactIntegrator",
    "description": "Registered closed form of (space, energy, geometry): how a reference is written. Refused where none is known.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Registered closed form of (space, energy, geometry): how a reference is written. Refused where none is known.",
      "const": "exact"
     }
    }
   },
   "explicit-euler": {
    "title": "ExplicitEulerIntegrator",
    "description": "Explicit Euler method; order 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Explicit Euler method; order 1.",
      "const": "explicit-euler"
     }
    }
   },
   "rk4": {
    "title": "Rk4Integrator",
    "description": "Classical Runge-Kutta method; order 4.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Classical Runge-Kutta method; order 4.",
      "const": "rk4"
     }
    }
   },
   "exponential": {
    "title": "ExponentialIntegrator",
    "description": "Runge-Kutta method in the chart log u: the state stays positive.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "order"
    ],
    "properties": {
     "name": {
      "description": "Runge-Kutta method in the chart log u: the state stays positive.",
      "const": "exponential"
     },
     "order": {
      "description": "Order of the Runge-Kutta method.",
      "enum": [
       1,
       2,
       4
      ]
     }
    }
   },
   "implicit-euler": {
    "title": "ImplicitEulerIntegrator",
    "description": "Implicit Euler method by Newton's method; order 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Implicit Euler method by Newton's method; order 1.",
      "const": "implicit-euler"
     }
    }
   },
   "semi-implicit": {
    "title": "SemiImplicitIntegrator",
    "description": "For phase fields: the stiff part implicitly, by Eyre's convex splitting or with a stabilising term; order 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "For phase fields: the stiff part implicitly, by Eyre's convex splitting or with a stabilising term; order 1.",
      "const": "semi-implicit"
     },
     "stabilisation": {
      "description": "Constant S of the stabilising term; default: Eyre's splitting.",
      "type": "number",
      "minimum": 0
     }
    }
   },
   "chang-cooper": {
    "title": "ChangCooperIntegrator",
    "description": "Implicit steps with Scharfetter-Gummel fluxes: the discrete stationary state is exact.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Implicit steps with Scharfetter-Gummel fluxes: the discrete stationary state is exact.",
      "const": "chang-cooper"
     }
    }
   },
   "jko": {
    "title": "JkoIntegrator",
    "description": "Minimizing movement: one proximal step per time step.",
    "equation": "u+ = argmin F + d^2(., u)/(2 dt)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Minimizing movement: one proximal step per time step. u+ = argmin F + d^2(., u)/(2 dt)",
      "const": "jko"
     },
     "midpoint": {
      "description": "Variational implicit midpoint (order 2).",
      "type": "boolean"
     }
    }
   },
   "splitting": {
    "title": "SplittingIntegrator",
    "description": "One integrator per term of a sum geometry, one after the other.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "scheme",
     "of"
    ],
    "properties": {
     "name": {
      "description": "One integrator per term of a sum geometry, one after the other.",
      "const": "splitting"
     },
     "scheme": {
      "description": "Lie (order 1) or Strang (order 2).",
      "enum": [
       "lie",
       "strang"
      ]
     },
     "of": {
      "description": "Integrators of the terms, in their order.",
      "type": "array",
      "items": {
       "$ref": "integrator.schema.json"
      },
      "minItems": 2
     }
    }
   },
   "langevin": {
    "title": "LangevinIntegrator",
    "description": "Euler-Maruyama: the part tau log u of the force becomes noise (unadjusted Langevin).",
    "equation": "X+ = X - dt grad V + sqrt(2 tau dt) N",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Euler-Maruyama: the part tau log u of the force becomes noise (unadjusted Langevin). X+ = X - dt grad V + sqrt(2 tau dt) N",
      "const": "langevin"
     }
    }
   },
   "noisy-euler": {
    "title": "NoisyEulerIntegrator",
    "description": "Explicit Euler with the force evaluated at perturbed points.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "level"
    ],
    "properties": {
     "name": {
      "description": "Explicit Euler with the force evaluated at perturbed points.",
      "const": "noisy-euler"
     },
     "level": {
      "description": "Standard deviation of the perturbation, in units of length.",
      "type": "number",
      "minimum": 0
     },
     "until": {
      "description": "Time when the noise is switched off.",
      "type": "number",
      "minimum": 0
     }
    }
   },
   "birth-death": {
    "title": "BirthDeathIntegrator",
    "description": "Jump process on particles: they die and are duplicated at the rate of the growth field.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Jump process on particles: they die and are duplicated at the rate of the growth field.",
      "const": "birth-death"
     },
     "density": {
      "description": "Kernel of the density estimate that stands for log u; needed where the energy contains entropy.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "adaptive": {
    "title": "AdaptiveIntegrator",
    "description": "Dormand-Prince 5(4) with error control between the recorded times; ends with the status `step-underflow` where no step is small enough.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "tolerance"
    ],
    "properties": {
     "name": {
      "description": "Dormand-Prince 5(4) with error control between the recorded times; ends with the status `step-underflow` where no step is small enough.",
      "const": "adaptive"
     },
     "tolerance": {
      "description": "Bound on the local error, relative to 1 + |u|.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   }
  }
 },
 "kernel.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "kernel.schema.json",
  "title": "Kernel",
  "description": "A symmetric positive definite kernel k(x, y) on R^d.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "gaussian",
     "laplace",
     "matern",
     "inverse-multiquadric",
     "linear",
     "stein",
     "rational-quadratic",
     "riesz",
     "polynomial",
     "sum",
     "scaled"
    ],
    "enumDescriptions": [
     "Gaussian kernel. k = exp(-|x-y|^2 / (2 ell^2))",
     "Laplace kernel; tridiagonal inverse in 1-D. k = exp(-|x-y| / ell)",
     "Matern kernel of half-integer smoothness.",
     "Inverse multiquadric. k = (1 + |x-y|^2/c^2)^(-1/2)",
     "Affine functions; makes SVGD exact on Gaussians. k = x.y + 1",
     "Stein kernel of a base kernel and a target: MMD becomes KSD. k_pi = s(x).s(y) k + s(x).grad_y k + grad_x k.s(y) + tr grad_x grad_y k,  s = grad log pi",
     "Scale mixture of Gaussian kernels. k = (1 + |x-y|^2 / (2 alpha ell^2))^-alpha",
     "Riesz kernel; r = 1 is the energy distance. Conditionally positive definite: for equal masses only. k = -|x-y|^r",
     "Polynomial kernel. k = (x.y + c)^m",
     "Sum of kernels.",
     "Positive multiple of a kernel."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/gaussian"
   },
   {
    "$ref": "#/$defs/laplace"
   },
   {
    "$ref": "#/$defs/matern"
   },
   {
    "$ref": "#/$defs/inverse-multiquadric"
   },
   {
    "$ref": "#/$defs/linear"
   },
   {
    "$ref": "#/$defs/stein"
   },
   {
    "$ref": "#/$defs/rational-quadratic"
   },
   {
    "$ref": "#/$defs/riesz"
   },
   {
    "$ref": "#/$defs/polynomial"
   },
   {
    "$ref": "#/$defs/sum"
   },
   {
    "$ref": "#/$defs/scaled"
   }
  ],
  "$defs": {
   "gaussian": {
    "title": "GaussianKernel",
    "description": "Gaussian kernel.",
    "equation": "k = exp(-|x-y|^2 / (2 ell^2))",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "bandwidth"
    ],
    "properties": {
     "name": {
      "description": "Gaussian kernel. k = exp(-|x-y|^2 / (2 ell^2))",
      "const": "gaussian"
     },
     "bandwidth": {
      "description": "ell, in units of length; `median` takes the median distance of the nodes of the initial state.",
      "oneOf": [
       {
        "type": "number",
        "exclusiveMinimum": 0
       },
       {
        "const": "median"
       }
      ]
     },
     "normalised": {
      "description": "Divide by (2 pi ell^2)^(d/2), so that the integral is 1.",
      "type": "boolean"
     }
    }
   },
   "laplace": {
    "title": "LaplaceKernel",
    "description": "Laplace kernel; tridiagonal inverse in 1-D.",
    "equation": "k = exp(-|x-y| / ell)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "bandwidth"
    ],
    "properties": {
     "name": {
      "description": "Laplace kernel; tridiagonal inverse in 1-D. k = exp(-|x-y| / ell)",
      "const": "laplace"
     },
     "bandwidth": {
      "description": "ell, in units of length; `median` takes the median distance of the nodes of the initial state.",
      "oneOf": [
       {
        "type": "number",
        "exclusiveMinimum": 0
       },
       {
        "const": "median"
       }
      ]
     }
    }
   },
   "matern": {
    "title": "MaternKernel",
    "description": "Matern kernel of half-integer smoothness.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "bandwidth",
     "smoothness"
    ],
    "properties": {
     "name": {
      "description": "Matern kernel of half-integer smoothness.",
      "const": "matern"
     },
     "bandwidth": {
      "description": "ell, in units of length; `median` takes the median distance of the nodes of the initial state.",
      "oneOf": [
       {
        "type": "number",
        "exclusiveMinimum": 0
       },
       {
        "const": "median"
       }
      ]
     },
     "smoothness": {
      "description": "nu: 1.5 or 2.5.",
      "enum": [
       1.5,
       2.5
      ]
     }
    }
   },
   "inverse-multiquadric": {
    "title": "InverseMultiquadricKernel",
    "description": "Inverse multiquadric.",
    "equation": "k = (1 + |x-y|^2/c^2)^(-1/2)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "bandwidth"
    ],
    "properties": {
     "name": {
      "description": "Inverse multiquadric. k = (1 + |x-y|^2/c^2)^(-1/2)",
      "const": "inverse-multiquadric"
     },
     "bandwidth": {
      "description": "ell, in units of length; `median` takes the median distance of the nodes of the initial state.",
      "oneOf": [
       {
        "type": "number",
        "exclusiveMinimum": 0
       },
       {
        "const": "median"
       }
      ]
     }
    }
   },
   "linear": {
    "title": "LinearKernel",
    "description": "Affine functions; makes SVGD exact on Gaussians.",
    "equation": "k = x.y + 1",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Affine functions; makes SVGD exact on Gaussians. k = x.y + 1",
      "const": "linear"
     }
    }
   },
   "stein": {
    "title": "SteinKernel",
    "description": "Stein kernel of a base kernel and a target: MMD becomes KSD.",
    "equation": "k_pi = s(x).s(y) k + s(x).grad_y k + grad_x k.s(y) + tr grad_x grad_y k,  s = grad log pi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "base",
     "target"
    ],
    "properties": {
     "name": {
      "description": "Stein kernel of a base kernel and a target: MMD becomes KSD. k_pi = s(x).s(y) k + s(x).grad_y k + grad_x k.s(y) + tr grad_x grad_y k,  s = grad log pi",
      "const": "stein"
     },
     "base": {
      "description": "The base kernel.",
      "$ref": "kernel.schema.json"
     },
     "target": {
      "description": "The target pi, minimiser of the energy.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "rational-quadratic": {
    "title": "RationalQuadraticKernel",
    "description": "Scale mixture of Gaussian kernels.",
    "equation": "k = (1 + |x-y|^2 / (2 alpha ell^2))^-alpha",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "bandwidth",
     "alpha"
    ],
    "properties": {
     "name": {
      "description": "Scale mixture of Gaussian kernels. k = (1 + |x-y|^2 / (2 alpha ell^2))^-alpha",
      "const": "rational-quadratic"
     },
     "bandwidth": {
      "description": "ell, in units of length; `median` takes the median distance of the nodes of the initial state.",
      "oneOf": [
       {
        "type": "number",
        "exclusiveMinimum": 0
       },
       {
        "const": "median"
       }
      ]
     },
     "alpha": {
      "description": "Exponent alpha.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "riesz": {
    "title": "RieszKernel",
    "description": "Riesz kernel; r = 1 is the energy distance. Conditionally positive definite: for equal masses only.",
    "equation": "k = -|x-y|^r",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "exponent"
    ],
    "properties": {
     "name": {
      "description": "Riesz kernel; r = 1 is the energy distance. Conditionally positive definite: for equal masses only. k = -|x-y|^r",
      "const": "riesz"
     },
     "exponent": {
      "description": "r in (0, 2).",
      "type": "number",
      "exclusiveMinimum": 0,
      "exclusiveMaximum": 2
     }
    }
   },
   "polynomial": {
    "title": "PolynomialKernel",
    "description": "Polynomial kernel.",
    "equation": "k = (x.y + c)^m",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "degree",
     "offset"
    ],
    "properties": {
     "name": {
      "description": "Polynomial kernel. k = (x.y + c)^m",
      "const": "polynomial"
     },
     "degree": {
      "description": "Degree m.",
      "type": "integer",
      "minimum": 1,
      "maximum": 12
     },
     "offset": {
      "description": "Offset c >= 0.",
      "type": "number",
      "minimum": 0
     }
    }
   },
   "sum": {
    "title": "SumKernel",
    "description": "Sum of kernels.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "Sum of kernels.",
      "const": "sum"
     },
     "of": {
      "description": "The kernels that are added.",
      "type": "array",
      "minItems": 1,
      "items": {
       "$ref": "kernel.schema.json"
      }
     }
    }
   },
   "scaled": {
    "title": "ScaledKernel",
    "description": "Positive multiple of a kernel.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "factor",
     "of"
    ],
    "properties": {
     "name": {
      "description": "Positive multiple of a kernel.",
      "const": "scaled"
     },
     "factor": {
      "description": "Factor a > 0.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "of": {
      "description": "The kernel that is multiplied.",
      "$ref": "kernel.schema.json"
     }
    }
   }
  }
 },
 "measure.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "measure.schema.json",
  "title": "Measure",
  "description": "A measure (initial state, target, weight) or an order parameter. A space turns it into its own state; states are masses on graphs and grids.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "masses",
     "random",
     "gaussian",
     "mixture",
     "uniform",
     "dirac",
     "gibbs",
     "posterior",
     "samples",
     "scaled",
     "perturbed",
     "wave",
     "smooth-noise",
     "interface"
    ],
    "enumDescriptions": [
     "Masses written out.",
     "Seeded random positive masses of total 1.",
     "Normal law.",
     "Convex combination of laws.",
     "Uniform law of mass 1; without interval on the whole space.",
     "Point mass.",
     "Density proportional to exp(-V). pi = exp(-V)/Z",
     "Posterior of a model and data.",
     "Empirical measure of data.",
     "Multiple of a probability measure.",
     "A density times a combination of eigenfunctions. u = pi (1 + sum_n c_n e_n)",
     "Order parameter: one Fourier mode. u = a cos(k x)",
     "Order parameter: random smooth periodic field.",
     "Order parameter: a sharp step (1-D) or disc (2-D) from -1 to 1."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/masses"
   },
   {
    "$ref": "#/$defs/random"
   },
   {
    "$ref": "#/$defs/gaussian"
   },
   {
    "$ref": "#/$defs/mixture"
   },
   {
    "$ref": "#/$defs/uniform"
   },
   {
    "$ref": "#/$defs/dirac"
   },
   {
    "$ref": "#/$defs/gibbs"
   },
   {
    "$ref": "#/$defs/posterior"
   },
   {
    "$ref": "#/$defs/samples"
   },
   {
    "$ref": "#/$defs/scaled"
   },
   {
    "$ref": "#/$defs/perturbed"
   },
   {
    "$ref": "#/$defs/wave"
   },
   {
    "$ref": "#/$defs/smooth-noise"
   },
   {
    "$ref": "#/$defs/interface"
   }
  ],
  "$defs": {
   "masses": {
    "title": "MassesMeasure",
    "description": "Masses written out.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "values"
    ],
    "properties": {
     "name": {
      "description": "Masses written out.",
      "const": "masses"
     },
     "values": {
      "description": "One mass per node.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 1
     }
    }
   },
   "random": {
    "title": "RandomMeasure",
    "description": "Seeded random positive masses of total 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "seed"
    ],
    "properties": {
     "name": {
      "description": "Seeded random positive masses of total 1.",
      "const": "random"
     },
     "seed": {
      "description": "Seed of the masses.",
      "type": "integer",
      "minimum": 0
     },
     "spread": {
      "description": "Standard deviation of log mass; default 1.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "positive": {
      "description": "Default true; false gives a signed measure of total 1.",
      "type": "boolean"
     }
    }
   },
   "gaussian": {
    "title": "GaussianMeasure",
    "description": "Normal law.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "mean",
     "covariance"
    ],
    "properties": {
     "name": {
      "description": "Normal law.",
      "const": "gaussian"
     },
     "mean": {
      "description": "Mean: a number in 1-D, else one number per coordinate.",
      "type": [
       "number",
       "array"
      ],
      "items": {
       "type": "number"
      }
     },
     "covariance": {
      "description": "Variance in 1-D, else the covariance matrix, row by row.",
      "oneOf": [
       {
        "type": "number",
        "exclusiveMinimum": 0
       },
       {
        "type": "array",
        "items": {
         "type": "array",
         "items": {
          "type": "number"
         }
        }
       }
      ]
     }
    }
   },
   "mixture": {
    "title": "MixtureMeasure",
    "description": "Convex combination of laws.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "weights",
     "components"
    ],
    "properties": {
     "name": {
      "description": "Convex combination of laws.",
      "const": "mixture"
     },
     "weights": {
      "description": "Nonnegative weights of sum 1.",
      "type": "array",
      "items": {
       "type": "number",
       "minimum": 0
      },
      "minItems": 1
     },
     "components": {
      "description": "The laws, as many as weights.",
      "type": "array",
      "items": {
       "$ref": "measure.schema.json"
      },
      "minItems": 1
     }
    }
   },
   "uniform": {
    "title": "UniformMeasure",
    "description": "Uniform law of mass 1; without interval on the whole space.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Uniform law of mass 1; without interval on the whole space.",
      "const": "uniform"
     },
     "interval": {
      "description": "[a, b]; default: the whole space.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 2,
      "maxItems": 2
     }
    }
   },
   "dirac": {
    "title": "DiracMeasure",
    "description": "Point mass.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "at"
    ],
    "properties": {
     "name": {
      "description": "Point mass.",
      "const": "dirac"
     },
     "at": {
      "description": "The point.",
      "type": [
       "number",
       "array"
      ],
      "items": {
       "type": "number"
      }
     }
    }
   },
   "gibbs": {
    "title": "GibbsMeasure",
    "description": "Density proportional to exp(-V).",
    "equation": "pi = exp(-V)/Z",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "potential"
    ],
    "properties": {
     "name": {
      "description": "Density proportional to exp(-V). pi = exp(-V)/Z",
      "const": "gibbs"
     },
     "potential": {
      "description": "The potential V.",
      "$ref": "potential.schema.json"
     }
    }
   },
   "posterior": {
    "title": "PosteriorMeasure",
    "description": "Posterior of a model and data.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "model",
     "prior",
     "data"
    ],
    "properties": {
     "name": {
      "description": "Posterior of a model and data.",
      "const": "posterior"
     },
     "model": {
      "description": "gaussian-mean: the mean of normal observations; logistic-regression: the weights of a linear classifier.",
      "enum": [
       "gaussian-mean",
       "logistic-regression"
      ]
     },
     "prior": {
      "description": "Prior law of the parameter.",
      "$ref": "measure.schema.json"
     },
     "data": {
      "description": "The observations.",
      "$ref": "data.schema.json"
     },
     "noise": {
      "description": "Standard deviation of the observations (gaussian-mean).",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "samples": {
    "title": "SamplesMeasure",
    "description": "Empirical measure of data.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "data"
    ],
    "properties": {
     "name": {
      "description": "Empirical measure of data.",
      "const": "samples"
     },
     "data": {
      "description": "The atoms.",
      "$ref": "data.schema.json"
     },
     "draw": {
      "description": "Whether particles are n independent draws from the data, with replacement, instead of the data themselves. Default: false.",
      "type": "boolean"
     }
    }
   },
   "scaled": {
    "title": "ScaledMeasure",
    "description": "Multiple of a probability measure.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "mass",
     "of"
    ],
    "properties": {
     "name": {
      "description": "Multiple of a probability measure.",
      "const": "scaled"
     },
     "mass": {
      "description": "Total mass z > 0.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "of": {
      "description": "A probability measure.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "perturbed": {
    "title": "PerturbedMeasure",
    "description": "A density times a combination of eigenfunctions.",
    "equation": "u = pi (1 + sum_n c_n e_n)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of",
     "kernel",
     "modes"
    ],
    "properties": {
     "name": {
      "description": "A density times a combination of eigenfunctions. u = pi (1 + sum_n c_n e_n)",
      "const": "perturbed"
     },
     "of": {
      "description": "The density pi.",
      "$ref": "measure.schema.json"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "modes": {
      "description": "mode<n> -> coefficient c_n of the eigenfunction e_n.",
      "type": "object",
      "propertyNames": {
       "pattern": "^mode[1-9][0-9]{0,3}$",
       "allowed": "mode1, mode2, ... up to mode9999"
      },
      "additionalProperties": {
       "type": "number"
      }
     }
    }
   },
   "wave": {
    "title": "WaveMeasure",
    "description": "Order parameter: one Fourier mode.",
    "equation": "u = a cos(k x)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "amplitude",
     "wavenumber"
    ],
    "properties": {
     "name": {
      "description": "Order parameter: one Fourier mode. u = a cos(k x)",
      "const": "wave"
     },
     "amplitude": {
      "description": "Amplitude a.",
      "type": "number"
     },
     "wavenumber": {
      "description": "Wavenumber k, in units of 1/length.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "smooth-noise": {
    "title": "SmoothNoiseMeasure",
    "description": "Order parameter: random smooth periodic field.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "amplitude",
     "modes",
     "seed"
    ],
    "properties": {
     "name": {
      "description": "Order parameter: random smooth periodic field.",
      "const": "smooth-noise"
     },
     "amplitude": {
      "description": "Largest value.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "modes": {
      "description": "Highest wavenumber.",
      "type": "integer",
      "minimum": 1
     },
     "seed": {
      "description": "Seed of the field.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "interface": {
    "title": "InterfaceMeasure",
    "description": "Order parameter: a sharp step (1-D) or disc (2-D) from -1 to 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "at"
    ],
    "properties": {
     "name": {
      "description": "Order parameter: a sharp step (1-D) or disc (2-D) from -1 to 1.",
      "const": "interface"
     },
     "at": {
      "description": "Place of the step, or radius of the disc.",
      "type": "number"
     }
    }
   }
  }
 },
 "method.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "method.schema.json",
  "title": "Method",
  "description": "How a distance or a spectrum is computed.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "exact",
     "static",
     "dual",
     "dynamic",
     "quantiles",
     "linear-program",
     "sinkhorn",
     "samples"
    ],
    "enumDescriptions": [
     "Closed form; refused where none is known.",
     "The static problem on the nodes, by linear algebra or quadrature.",
     "The dual problem, by a linear solve or ascent.",
     "The dynamic problem, discretised in time.",
     "Quantile functions, on the line only.",
     "Exact optimal plan of the linear program.",
     "Entropic transport, in the log domain.",
     "Two independent samples, for MMD on particles: the U-statistic of the squared distance is unbiased, the V-statistic has the diagonal as well."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/exact"
   },
   {
    "$ref": "#/$defs/static"
   },
   {
    "$ref": "#/$defs/dual"
   },
   {
    "$ref": "#/$defs/dynamic"
   },
   {
    "$ref": "#/$defs/quantiles"
   },
   {
    "$ref": "#/$defs/linear-program"
   },
   {
    "$ref": "#/$defs/sinkhorn"
   },
   {
    "$ref": "#/$defs/samples"
   }
  ],
  "$defs": {
   "exact": {
    "title": "ExactMethod",
    "description": "Closed form; refused where none is known.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Closed form; refused where none is known.",
      "const": "exact"
     }
    }
   },
   "static": {
    "title": "StaticMethod",
    "description": "The static problem on the nodes, by linear algebra or quadrature.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The static problem on the nodes, by linear algebra or quadrature.",
      "const": "static"
     }
    }
   },
   "dual": {
    "title": "DualMethod",
    "description": "The dual problem, by a linear solve or ascent.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The dual problem, by a linear solve or ascent.",
      "const": "dual"
     }
    }
   },
   "dynamic": {
    "title": "DynamicMethod",
    "description": "The dynamic problem, discretised in time.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "steps"
    ],
    "properties": {
     "name": {
      "description": "The dynamic problem, discretised in time.",
      "const": "dynamic"
     },
     "steps": {
      "description": "Number of time steps.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "quantiles": {
    "title": "QuantilesMethod",
    "description": "Quantile functions, on the line only.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "nodes"
    ],
    "properties": {
     "name": {
      "description": "Quantile functions, on the line only.",
      "const": "quantiles"
     },
     "nodes": {
      "description": "Number of quadrature nodes.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "linear-program": {
    "title": "LinearProgramMethod",
    "description": "Exact optimal plan of the linear program.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Exact optimal plan of the linear program.",
      "const": "linear-program"
     }
    }
   },
   "sinkhorn": {
    "title": "SinkhornMethod",
    "description": "Entropic transport, in the log domain.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "epsilon"
    ],
    "properties": {
     "name": {
      "description": "Entropic transport, in the log domain.",
      "const": "sinkhorn"
     },
     "epsilon": {
      "description": "Regularisation, in units of length^2.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "debiased": {
      "description": "true: Sinkhorn divergence instead of the entropic cost.",
      "type": "boolean"
     }
    }
   },
   "samples": {
    "title": "SamplesMethod",
    "description": "Two independent samples, for MMD on particles: the U-statistic of the squared distance is unbiased, the V-statistic has the diagonal as well.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "statistic"
    ],
    "properties": {
     "name": {
      "description": "Two independent samples, for MMD on particles: the U-statistic of the squared distance is unbiased, the V-statistic has the diagonal as well.",
      "const": "samples"
     },
     "statistic": {
      "description": "u: distinct pairs only; v: all pairs.",
      "enum": [
       "u",
       "v"
      ]
     }
    }
   }
  }
 },
 "metric.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "metric.schema.json",
  "title": "Metric",
  "description": "A distance between measures.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "tv",
     "hellinger",
     "spherical-hellinger",
     "fisher-rao-gaussian",
     "wasserstein",
     "mmd",
     "de-stein",
     "kernel-hellinger",
     "hellinger-kantorovich"
    ],
    "enumDescriptions": [
     "Total variation, half the L1 distance of masses.",
     "He, with the factor 4. He^2 = 4 int (sqrt u - sqrt v)^2",
     "SHe on probability measures. SHe = 2 arccos int sqrt(uv)",
     "Fisher-Rao distance restricted to normal laws: the length of the shortest path of normal laws. d = sqrt 2 arcosh(1 + (dm^2/2 + ds^2)/(2 s0 s1)) on the line",
     "Wasserstein distance W_p.",
     "Maximum mean discrepancy.",
     "De-kernelised Stein distance.",
     "RKHS norm of the log-ratio. d = |log dv/du|_H",
     "Hellinger-Kantorovich distance of the action |v|^2/alpha + r^2/beta. d^2 = min int int |v|^2/alpha + r^2/beta du dt"
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/tv"
   },
   {
    "$ref": "#/$defs/hellinger"
   },
   {
    "$ref": "#/$defs/spherical-hellinger"
   },
   {
    "$ref": "#/$defs/fisher-rao-gaussian"
   },
   {
    "$ref": "#/$defs/wasserstein"
   },
   {
    "$ref": "#/$defs/mmd"
   },
   {
    "$ref": "#/$defs/de-stein"
   },
   {
    "$ref": "#/$defs/kernel-hellinger"
   },
   {
    "$ref": "#/$defs/hellinger-kantorovich"
   }
  ],
  "$defs": {
   "tv": {
    "title": "TvMetric",
    "description": "Total variation, half the L1 distance of masses.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Total variation, half the L1 distance of masses.",
      "const": "tv"
     }
    }
   },
   "hellinger": {
    "title": "HellingerMetric",
    "description": "He, with the factor 4.",
    "equation": "He^2 = 4 int (sqrt u - sqrt v)^2",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "He, with the factor 4. He^2 = 4 int (sqrt u - sqrt v)^2",
      "const": "hellinger"
     }
    }
   },
   "spherical-hellinger": {
    "title": "SphericalHellingerMetric",
    "description": "SHe on probability measures.",
    "equation": "SHe = 2 arccos int sqrt(uv)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "SHe on probability measures. SHe = 2 arccos int sqrt(uv)",
      "const": "spherical-hellinger"
     }
    }
   },
   "wasserstein": {
    "title": "WassersteinMetric",
    "description": "Wasserstein distance W_p.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "order"
    ],
    "properties": {
     "name": {
      "description": "Wasserstein distance W_p.",
      "const": "wasserstein"
     },
     "order": {
      "description": "p: 1 or 2.",
      "enum": [
       1,
       2
      ]
     }
    }
   },
   "mmd": {
    "title": "MmdMetric",
    "description": "Maximum mean discrepancy.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "Maximum mean discrepancy.",
      "const": "mmd"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "de-stein": {
    "title": "DeSteinMetric",
    "description": "De-kernelised Stein distance.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "De-kernelised Stein distance.",
      "const": "de-stein"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "kernel-hellinger": {
    "title": "KernelHellingerMetric",
    "description": "RKHS norm of the log-ratio.",
    "equation": "d = |log dv/du|_H",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "RKHS norm of the log-ratio. d = |log dv/du|_H",
      "const": "kernel-hellinger"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "hellinger-kantorovich": {
    "title": "HellingerKantorovichMetric",
    "description": "Hellinger-Kantorovich distance of the action |v|^2/alpha + r^2/beta.",
    "equation": "d^2 = min int int |v|^2/alpha + r^2/beta du dt",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "alpha",
     "beta"
    ],
    "properties": {
     "name": {
      "description": "Hellinger-Kantorovich distance of the action |v|^2/alpha + r^2/beta. d^2 = min int int |v|^2/alpha + r^2/beta du dt",
      "const": "hellinger-kantorovich"
     },
     "alpha": {
      "description": "Mobility alpha of transport.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "beta": {
      "description": "Rate beta of growth.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "fisher-rao-gaussian": {
    "title": "FisherRaoGaussianMetric",
    "description": "Fisher-Rao distance restricted to normal laws: the length of the shortest path of normal laws.",
    "equation": "d = sqrt 2 arcosh(1 + (dm^2/2 + ds^2)/(2 s0 s1)) on the line",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Fisher-Rao distance restricted to normal laws: the length of the shortest path of normal laws. d = sqrt 2 arcosh(1 + (dm^2/2 + ds^2)/(2 s0 s1)) on the line",
      "const": "fisher-rao-gaussian"
     }
    }
   }
  }
 },
 "operator.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "operator.schema.json",
  "title": "Operator",
  "description": "The operator of a spectrum.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "kernel",
     "generator"
    ],
    "enumDescriptions": [
     "Integral operator of a kernel. K_rho f = int k(., y) f(y) drho(y)",
     "Generator of the Fokker-Planck equation, with eigenvalues >= 0."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/kernel"
   },
   {
    "$ref": "#/$defs/generator"
   }
  ],
  "$defs": {
   "kernel": {
    "title": "KernelOperator",
    "description": "Integral operator of a kernel.",
    "equation": "K_rho f = int k(., y) f(y) drho(y)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel",
     "measure"
    ],
    "properties": {
     "name": {
      "description": "Integral operator of a kernel. K_rho f = int k(., y) f(y) drho(y)",
      "const": "kernel"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "measure": {
      "description": "The measure rho.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "generator": {
    "title": "GeneratorOperator",
    "description": "Generator of the Fokker-Planck equation, with eigenvalues >= 0.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "target"
    ],
    "properties": {
     "name": {
      "description": "Generator of the Fokker-Planck equation, with eigenvalues >= 0.",
      "const": "generator"
     },
     "target": {
      "description": "The target pi, minimiser of the energy.",
      "$ref": "measure.schema.json"
     }
    }
   }
  }
 },
 "potential.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "potential.schema.json",
  "title": "Potential",
  "description": "A function V on R^d with gradient: potential of a density, or objective of a descent.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "quadratic",
     "double-well",
     "banana"
    ],
    "enumDescriptions": [
     "Quadratic form. V = (x-b).A(x-b)/2",
     "Two wells at +-1. V = (x^2-1)^2 / (4 theta)",
     "Rosenbrock-shaped density in the plane. V = x^2/(2 s^2) + (y - b x^2)^2/2"
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/quadratic"
   },
   {
    "$ref": "#/$defs/double-well"
   },
   {
    "$ref": "#/$defs/banana"
   }
  ],
  "$defs": {
   "quadratic": {
    "title": "QuadraticPotential",
    "description": "Quadratic form.",
    "equation": "V = (x-b).A(x-b)/2",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "matrix"
    ],
    "properties": {
     "name": {
      "description": "Quadratic form. V = (x-b).A(x-b)/2",
      "const": "quadratic"
     },
     "matrix": {
      "description": "Symmetric positive definite matrix A, row by row.",
      "type": "array",
      "items": {
       "type": "array",
       "items": {
        "type": "number"
       }
      }
     },
     "centre": {
      "description": "Minimiser; default 0.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 1
     }
    }
   },
   "double-well": {
    "title": "DoubleWellPotential",
    "description": "Two wells at +-1.",
    "equation": "V = (x^2-1)^2 / (4 theta)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "depth"
    ],
    "properties": {
     "name": {
      "description": "Two wells at +-1. V = (x^2-1)^2 / (4 theta)",
      "const": "double-well"
     },
     "depth": {
      "description": "theta; the barrier is 1/(4 theta).",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "banana": {
    "title": "BananaPotential",
    "description": "Rosenbrock-shaped density in the plane.",
    "equation": "V = x^2/(2 s^2) + (y - b x^2)^2/2",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "curvature",
     "width"
    ],
    "properties": {
     "name": {
      "description": "Rosenbrock-shaped density in the plane. V = x^2/(2 s^2) + (y - b x^2)^2/2",
      "const": "banana"
     },
     "curvature": {
      "description": "Curvature b.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "width": {
      "description": "Standard deviation of the first coordinate.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   }
  }
 },
 "recorder.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "recorder.schema.json",
  "title": "Recorder",
  "description": "What is saved along a curve; `dims` says over which dimensions.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "energy",
     "value",
     "dissipation",
     "dual",
     "primal",
     "hamiltonian",
     "mass",
     "positivity",
     "support",
     "ess",
     "expectation",
     "variance",
     "oscillation",
     "cumulant",
     "distance",
     "amplitude",
     "interface-position",
     "risk",
     "momentum",
     "masses",
     "density",
     "coordinates",
     "positions",
     "weights",
     "massless"
    ],
    "enumDescriptions": [
     "The driving energy F(u_t).",
     "Another energy along the curve.",
     "<DF, K DF> = -dF/dt.",
     "R*(u, -DF).",
     "R(u, u'), computed independently of R*.",
     "<xi, K xi>/2 along a geodesic.",
     "Total mass u(X).",
     "Smallest mass: negative once positivity is lost.",
     "Number of nodes of positive mass.",
     "Effective sample size (sum w)^2/sum w^2.",
     "int f du / u(X).",
     "Variance of one coordinate.",
     "max - min of log(u/pi).",
     "kappa_n of log(u/pi) under pi.",
     "Distance of u_t to a fixed measure.",
     "Coefficient of cos(k x) in an order parameter. a = (2/|X|) int u cos(k x) dx",
     "Where u = 0 on the line; in the plane the radius of the disc of the area of {u > 0}.",
     "Mean logistic loss of the posterior predictive on test data. -(1/m) sum_j log p(y_j | x_j), p(1 | x) = int sigma(theta.x) du(theta) / u(X)",
     "Total momentum sum w_i p_i of a geodesic of particles.",
     "The state on nodes.",
     "The state divided by the volumes.",
     "One coordinate of the nodes.",
     "All coordinates of every particle, anchors last.",
     "The weights of particles.",
     "Number of particles whose weight is at most 1e-12 of the mass."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/energy"
   },
   {
    "$ref": "#/$defs/value"
   },
   {
    "$ref": "#/$defs/dissipation"
   },
   {
    "$ref": "#/$defs/dual"
   },
   {
    "$ref": "#/$defs/primal"
   },
   {
    "$ref": "#/$defs/hamiltonian"
   },
   {
    "$ref": "#/$defs/mass"
   },
   {
    "$ref": "#/$defs/positivity"
   },
   {
    "$ref": "#/$defs/support"
   },
   {
    "$ref": "#/$defs/ess"
   },
   {
    "$ref": "#/$defs/expectation"
   },
   {
    "$ref": "#/$defs/variance"
   },
   {
    "$ref": "#/$defs/oscillation"
   },
   {
    "$ref": "#/$defs/cumulant"
   },
   {
    "$ref": "#/$defs/distance"
   },
   {
    "$ref": "#/$defs/amplitude"
   },
   {
    "$ref": "#/$defs/interface-position"
   },
   {
    "$ref": "#/$defs/risk"
   },
   {
    "$ref": "#/$defs/momentum"
   },
   {
    "$ref": "#/$defs/masses"
   },
   {
    "$ref": "#/$defs/density"
   },
   {
    "$ref": "#/$defs/coordinates"
   },
   {
    "$ref": "#/$defs/positions"
   },
   {
    "$ref": "#/$defs/weights"
   },
   {
    "$ref": "#/$defs/massless"
   }
  ],
  "$defs": {
   "energy": {
    "title": "EnergyRecorder",
    "description": "The driving energy F(u_t).",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The driving energy F(u_t).",
      "const": "energy"
     }
    }
   },
   "value": {
    "title": "ValueRecorder",
    "description": "Another energy along the curve.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "energy"
    ],
    "properties": {
     "name": {
      "description": "Another energy along the curve.",
      "const": "value"
     },
     "energy": {
      "description": "The energy.",
      "$ref": "energy.schema.json"
     }
    }
   },
   "dissipation": {
    "title": "DissipationRecorder",
    "description": "<DF, K DF> = -dF/dt.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "<DF, K DF> = -dF/dt.",
      "const": "dissipation"
     }
    }
   },
   "dual": {
    "title": "DualRecorder",
    "description": "R*(u, -DF).",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "R*(u, -DF).",
      "const": "dual"
     },
     "geometry": {
      "description": "Another geometry in which the same curve is measured; default: that of the run.",
      "$ref": "geometry.schema.json"
     }
    }
   },
   "primal": {
    "title": "PrimalRecorder",
    "description": "R(u, u'), computed independently of R*.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "R(u, u'), computed independently of R*.",
      "const": "primal"
     },
     "geometry": {
      "description": "Another geometry in which the same curve is measured; default: that of the run.",
      "$ref": "geometry.schema.json"
     }
    }
   },
   "hamiltonian": {
    "title": "HamiltonianRecorder",
    "description": "<xi, K xi>/2 along a geodesic.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "<xi, K xi>/2 along a geodesic.",
      "const": "hamiltonian"
     }
    }
   },
   "mass": {
    "title": "MassRecorder",
    "description": "Total mass u(X).",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Total mass u(X).",
      "const": "mass"
     }
    }
   },
   "positivity": {
    "title": "PositivityRecorder",
    "description": "Smallest mass: negative once positivity is lost.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Smallest mass: negative once positivity is lost.",
      "const": "positivity"
     }
    }
   },
   "support": {
    "title": "SupportRecorder",
    "description": "Number of nodes of positive mass.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Number of nodes of positive mass.",
      "const": "support"
     }
    }
   },
   "ess": {
    "title": "EssRecorder",
    "description": "Effective sample size (sum w)^2/sum w^2.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Effective sample size (sum w)^2/sum w^2.",
      "const": "ess"
     }
    }
   },
   "expectation": {
    "title": "ExpectationRecorder",
    "description": "int f du / u(X).",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "int f du / u(X).",
      "const": "expectation"
     },
     "of": {
      "description": "f as a formula in x (1-D) or x1, x2, ...",
      "type": "string",
      "x-formula": "space"
     }
    }
   },
   "variance": {
    "title": "VarianceRecorder",
    "description": "Variance of one coordinate.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Variance of one coordinate.",
      "const": "variance"
     },
     "coordinate": {
      "description": "From 1; default 1.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "oscillation": {
    "title": "OscillationRecorder",
    "description": "max - min of log(u/pi).",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "max - min of log(u/pi).",
      "const": "oscillation"
     }
    }
   },
   "cumulant": {
    "title": "CumulantRecorder",
    "description": "kappa_n of log(u/pi) under pi.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "order"
    ],
    "properties": {
     "name": {
      "description": "kappa_n of log(u/pi) under pi.",
      "const": "cumulant"
     },
     "order": {
      "description": "n, from 1 to 6.",
      "type": "integer",
      "minimum": 1,
      "maximum": 6
     }
    }
   },
   "distance": {
    "title": "DistanceRecorder",
    "description": "Distance of u_t to a fixed measure.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "metric",
     "to"
    ],
    "properties": {
     "name": {
      "description": "Distance of u_t to a fixed measure.",
      "const": "distance"
     },
     "metric": {
      "description": "The metric.",
      "$ref": "metric.schema.json"
     },
     "to": {
      "description": "The fixed measure.",
      "$ref": "measure.schema.json"
     }
    }
   },
   "amplitude": {
    "title": "AmplitudeRecorder",
    "description": "Coefficient of cos(k x) in an order parameter.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "wavenumber"
    ],
    "properties": {
     "name": {
      "description": "Coefficient of cos(k x) in an order parameter. a = (2/|X|) int u cos(k x) dx",
      "const": "amplitude"
     },
     "wavenumber": {
      "description": "Wavenumber k, in units of 1/length.",
      "type": "integer",
      "minimum": 1
     }
    },
    "equation": "a = (2/|X|) int u cos(k x) dx"
   },
   "interface-position": {
    "title": "InterfacePositionRecorder",
    "description": "Where u = 0 on the line; in the plane the radius of the disc of the area of {u > 0}.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Where u = 0 on the line; in the plane the radius of the disc of the area of {u > 0}.",
      "const": "interface-position"
     }
    }
   },
   "risk": {
    "title": "RiskRecorder",
    "description": "Mean logistic loss of the posterior predictive on test data.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "data"
    ],
    "properties": {
     "name": {
      "description": "Mean logistic loss of the posterior predictive on test data. -(1/m) sum_j log p(y_j | x_j), p(1 | x) = int sigma(theta.x) du(theta) / u(X)",
      "const": "risk"
     },
     "data": {
      "description": "Test set.",
      "$ref": "data.schema.json"
     }
    },
    "equation": "-(1/m) sum_j log p(y_j | x_j), p(1 | x) = int sigma(theta.x) du(theta) / u(X)"
   },
   "momentum": {
    "title": "MomentumRecorder",
    "description": "Total momentum sum w_i p_i of a geodesic of particles.",
    "dims": [
     "t",
     "coordinate"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Total momentum sum w_i p_i of a geodesic of particles.",
      "const": "momentum"
     }
    }
   },
   "masses": {
    "title": "MassesRecorder",
    "description": "The state on nodes.",
    "dims": [
     "t",
     "node"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The state on nodes.",
      "const": "masses"
     }
    }
   },
   "density": {
    "title": "DensityRecorder",
    "description": "The state divided by the volumes.",
    "dims": [
     "t",
     "node"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The state divided by the volumes.",
      "const": "density"
     }
    }
   },
   "coordinates": {
    "title": "CoordinatesRecorder",
    "description": "One coordinate of the nodes.",
    "dims": [
     "node"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "One coordinate of the nodes.",
      "const": "coordinates"
     },
     "coordinate": {
      "description": "From 1; default 1.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "positions": {
    "title": "PositionsRecorder",
    "description": "All coordinates of every particle, anchors last.",
    "dims": [
     "t",
     "particle",
     "coordinate"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "All coordinates of every particle, anchors last.",
      "const": "positions"
     },
     "sample": {
      "description": "Record every k-th particle only, with the smallest k that leaves at most this many. Default: all.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "weights": {
    "title": "WeightsRecorder",
    "description": "The weights of particles.",
    "dims": [
     "t",
     "particle"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The weights of particles.",
      "const": "weights"
     }
    }
   },
   "massless": {
    "title": "MasslessRecorder",
    "description": "Number of particles whose weight is at most 1e-12 of the mass.",
    "dims": [
     "t"
    ],
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "Number of particles whose weight is at most 1e-12 of the mass.",
      "const": "massless"
     }
    }
   }
  }
 },
 "response.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "response.schema.json",
  "title": "Response",
  "description": "The function g that is regressed.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "mercer",
     "source",
     "function",
     "differential",
     "difference"
    ],
    "enumDescriptions": [
     "Combination of eigenfunctions of the integral operator, from their closed form: a Gaussian kernel under a normal law on the line. g = sum_n c_n e_n",
     "A function at the edge of the range of a power of the integral operator, from the closed form of its eigenfunctions. g = sum_n l_n^theta e_n",
     "A formula in x (= x1), x2, x3.",
     "The first variation of an energy at the measure. g = DF(rho)",
     "One minus a density ratio: the problem (i) of A-2.4l needs only the difference of the two measures. g = 1 - dpi/drho"
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/mercer"
   },
   {
    "$ref": "#/$defs/source"
   },
   {
    "$ref": "#/$defs/function"
   },
   {
    "$ref": "#/$defs/differential"
   },
   {
    "$ref": "#/$defs/difference"
   }
  ],
  "$defs": {
   "mercer": {
    "title": "MercerResponse",
    "description": "Combination of eigenfunctions of the integral operator, from their closed form: a Gaussian kernel under a normal law on the line.",
    "equation": "g = sum_n c_n e_n",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "modes"
    ],
    "properties": {
     "name": {
      "description": "Combination of eigenfunctions of the integral operator, from their closed form: a Gaussian kernel under a normal law on the line. g = sum_n c_n e_n",
      "const": "mercer"
     },
     "modes": {
      "description": "mode1, mode2, … in decreasing order of the eigenvalue -> coefficient c_n.",
      "type": "object",
      "propertyNames": {
       "pattern": "^mode[1-9][0-9]{0,3}$",
       "allowed": "mode1, mode2, ... up to mode9999"
      },
      "additionalProperties": {
       "type": "number"
      },
      "minProperties": 1
     }
    }
   },
   "source": {
    "title": "SourceResponse",
    "description": "A function at the edge of the range of a power of the integral operator, from the closed form of its eigenfunctions.",
    "equation": "g = sum_n l_n^theta e_n",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "theta",
     "modes"
    ],
    "properties": {
     "name": {
      "description": "A function at the edge of the range of a power of the integral operator, from the closed form of its eigenfunctions. g = sum_n l_n^theta e_n",
      "const": "source"
     },
     "theta": {
      "description": "Exponent theta > 0.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "modes": {
      "description": "Number of terms.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "function": {
    "title": "FunctionResponse",
    "description": "A formula in x (= x1), x2, x3.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "A formula in x (= x1), x2, x3.",
      "const": "function"
     },
     "of": {
      "description": "The formula.",
      "type": "string",
      "x-formula": "space"
     }
    }
   },
   "differential": {
    "title": "DifferentialResponse",
    "description": "The first variation of an energy at the measure.",
    "equation": "g = DF(rho)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "energy"
    ],
    "properties": {
     "name": {
      "description": "The first variation of an energy at the measure. g = DF(rho)",
      "const": "differential"
     },
     "energy": {
      "description": "The energy F.",
      "$ref": "energy.schema.json"
     }
    }
   },
   "difference": {
    "title": "DifferenceResponse",
    "description": "One minus a density ratio: the problem (i) of A-2.4l needs only the difference of the two measures.",
    "equation": "g = 1 - dpi/drho",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "to"
    ],
    "properties": {
     "name": {
      "description": "One minus a density ratio: the problem (i) of A-2.4l needs only the difference of the two measures. g = 1 - dpi/drho",
      "const": "difference"
     },
     "to": {
      "description": "The other measure pi.",
      "$ref": "measure.schema.json"
     }
    }
   }
  }
 },
 "smoother.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "smoother.schema.json",
  "title": "Smoother",
  "description": "S = f(K_w) in the Onsager operator M* D_w S M.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "identity",
     "kernel",
     "ridge",
     "inverse",
     "nadaraya-watson",
     "projection",
     "product",
     "centred"
    ],
    "enumDescriptions": [
     "No smoothing: f(s) = 1.",
     "Kernel smoothing: f(s) = s.",
     "Kernel ridge regression: f(s) = s/(s + lambda).",
     "Inverse of the kernel operator: f(s) = 1/s.",
     "Local average. Not symmetric in L^2_w: NOT a gradient system.",
     "Least squares by polynomials: the orthogonal projection in L^2_w. P f = argmin_{deg p <= q} |p - f|_{L^2_w}",
     "Product of smoothers with the same kernel: f = f_1 f_2 .... S = S_1 S_2 ...",
     "A smoother between projections on functions of mean 0: no mass is made. P S P, P f = f - int f dw / w(X)"
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/identity"
   },
   {
    "$ref": "#/$defs/kernel"
   },
   {
    "$ref": "#/$defs/ridge"
   },
   {
    "$ref": "#/$defs/inverse"
   },
   {
    "$ref": "#/$defs/nadaraya-watson"
   },
   {
    "$ref": "#/$defs/projection"
   },
   {
    "$ref": "#/$defs/product"
   },
   {
    "$ref": "#/$defs/centred"
   }
  ],
  "$defs": {
   "identity": {
    "title": "IdentitySmoother",
    "description": "No smoothing: f(s) = 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "No smoothing: f(s) = 1.",
      "const": "identity"
     }
    }
   },
   "kernel": {
    "title": "KernelSmoother",
    "description": "Kernel smoothing: f(s) = s.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "Kernel smoothing: f(s) = s.",
      "const": "kernel"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "ridge": {
    "title": "RidgeSmoother",
    "description": "Kernel ridge regression: f(s) = s/(s + lambda).",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel",
     "lambda"
    ],
    "properties": {
     "name": {
      "description": "Kernel ridge regression: f(s) = s/(s + lambda).",
      "const": "ridge"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "lambda": {
      "description": "Ridge lambda > 0.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "inverse": {
    "title": "InverseSmoother",
    "description": "Inverse of the kernel operator: f(s) = 1/s.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "Inverse of the kernel operator: f(s) = 1/s.",
      "const": "inverse"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "nadaraya-watson": {
    "title": "NadarayaWatsonSmoother",
    "description": "Local average. Not symmetric in L^2_w: NOT a gradient system.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "Local average. Not symmetric in L^2_w: NOT a gradient system.",
      "const": "nadaraya-watson"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     }
    }
   },
   "projection": {
    "title": "ProjectionSmoother",
    "description": "Least squares by polynomials: the orthogonal projection in L^2_w.",
    "equation": "P f = argmin_{deg p <= q} |p - f|_{L^2_w}",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "degree"
    ],
    "properties": {
     "name": {
      "description": "Least squares by polynomials: the orthogonal projection in L^2_w. P f = argmin_{deg p <= q} |p - f|_{L^2_w}",
      "const": "projection"
     },
     "degree": {
      "description": "Largest degree q.",
      "type": "integer",
      "minimum": 0,
      "maximum": 30
     }
    }
   },
   "product": {
    "title": "ProductSmoother",
    "description": "Product of smoothers with the same kernel: f = f_1 f_2 ....",
    "equation": "S = S_1 S_2 ...",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "Product of smoothers with the same kernel: f = f_1 f_2 .... S = S_1 S_2 ...",
      "const": "product"
     },
     "of": {
      "description": "The factors; the last one smooths first.",
      "type": "array",
      "items": {
       "$ref": "smoother.schema.json"
      },
      "minItems": 2,
      "maxItems": 10
     }
    }
   },
   "centred": {
    "title": "CentredSmoother",
    "description": "A smoother between projections on functions of mean 0: no mass is made.",
    "equation": "P S P, P f = f - int f dw / w(X)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "A smoother between projections on functions of mean 0: no mass is made. P S P, P f = f - int f dw / w(X)",
      "const": "centred"
     },
     "of": {
      "description": "The smoother S between the projections.",
      "$ref": "smoother.schema.json"
     }
    }
   }
  }
 },
 "space.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "space.schema.json",
  "title": "Space",
  "description": "The representation of measures.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "finite-set",
     "grid1d",
     "grid2d",
     "particles",
     "gaussian"
    ],
    "enumDescriptions": [
     "n points; with coordinates if a kernel is used. Refused: transport without edges.",
     "Cells of an interval; the state holds their masses.",
     "Cells of a rectangle; the state holds their masses.",
     "Weighted particles in R^d.",
     "Normal laws with mean m and covariance S in R^d."
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/finite-set"
   },
   {
    "$ref": "#/$defs/grid1d"
   },
   {
    "$ref": "#/$defs/grid2d"
   },
   {
    "$ref": "#/$defs/particles"
   },
   {
    "$ref": "#/$defs/gaussian"
   }
  ],
  "$defs": {
   "finite-set": {
    "title": "FiniteSetSpace",
    "description": "n points; with coordinates if a kernel is used. Refused: transport without edges.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "n"
    ],
    "properties": {
     "name": {
      "description": "n points; with coordinates if a kernel is used. Refused: transport without edges.",
      "const": "finite-set"
     },
     "n": {
      "description": "Number of points.",
      "type": "integer",
      "minimum": 2
     },
     "coordinates": {
      "description": "Default line: equally spaced on [0,1].",
      "enum": [
       "line",
       "random-plane",
       "triangle"
      ]
     }
    }
   },
   "grid1d": {
    "title": "Grid1dSpace",
    "description": "Cells of an interval; the state holds their masses.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "n",
     "interval"
    ],
    "properties": {
     "name": {
      "description": "Cells of an interval; the state holds their masses.",
      "const": "grid1d"
     },
     "n": {
      "description": "Number of cells.",
      "type": "integer",
      "minimum": 2
     },
     "interval": {
      "description": "Ends [a, b], in units of length.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 2,
      "maxItems": 2
     },
     "periodic": {
      "description": "Default false: zero flux.",
      "type": "boolean"
     },
     "mobility": {
      "description": "Mean of the edge mass; default log.",
      "enum": [
       "log",
       "arithmetic",
       "upwind"
      ]
     }
    }
   },
   "grid2d": {
    "title": "Grid2dSpace",
    "description": "Cells of a rectangle; the state holds their masses.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "n",
     "box"
    ],
    "properties": {
     "name": {
      "description": "Cells of a rectangle; the state holds their masses.",
      "const": "grid2d"
     },
     "n": {
      "description": "Numbers of cells [nx, ny].",
      "type": "array",
      "items": {
       "type": "integer",
       "minimum": 2
      },
      "minItems": 2,
      "maxItems": 2
     },
     "box": {
      "description": "Ends [ax, bx, ay, by], in units of length.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 4,
      "maxItems": 4
     },
     "periodic": {
      "description": "Default false: zero flux.",
      "type": "boolean"
     }
    }
   },
   "particles": {
    "title": "ParticlesSpace",
    "description": "Weighted particles in R^d.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "n",
     "d"
    ],
    "properties": {
     "name": {
      "description": "Weighted particles in R^d.",
      "const": "particles"
     },
     "n": {
      "description": "Number of particles.",
      "type": "integer",
      "minimum": 1
     },
     "d": {
      "description": "Dimension of R^d.",
      "type": "integer",
      "minimum": 1
     },
     "placement": {
      "description": "How an initial density becomes particles: independent draws (default), or exact quantiles on the line.",
      "enum": [
       "independent",
       "quantiles"
      ]
     },
     "anchors": {
      "description": "Add the atoms of the target as unmoving particles of initial mass 0: makes MMD theory exact.",
      "type": "boolean"
     }
    }
   },
   "gaussian": {
    "title": "GaussianSpace",
    "description": "Normal laws with mean m and covariance S in R^d.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "d"
    ],
    "properties": {
     "name": {
      "description": "Normal laws with mean m and covariance S in R^d.",
      "const": "gaussian"
     },
     "d": {
      "description": "Dimension of R^d.",
      "type": "integer",
      "minimum": 1
     }
    }
   }
  }
 },
 "summation.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "summation.schema.json",
  "title": "Summation",
  "description": "How kernel sums over many particles are computed, where not pair by pair.",
  "type": "object",
  "required": [
   "name"
  ],
  "properties": {
   "name": {
    "description": "Which one.",
    "enum": [
     "fast",
     "sliced"
    ],
    "enumDescriptions": [
     "In O(N log N): by sorting on the line (Laplace, Matern, Riesz with r = 1), by non-uniform Fourier transforms for smooth kernels (Gaussian, inverse multiquadric, rational quadratic) for d up to 3. Refused for other kernels.",
     "The Riesz kernel with r = 1 in any dimension as a mean over random lines: a Monte Carlo estimate, whose error falls like directions^(-1/2). -|z| = -c_d E|theta.z|"
    ]
   }
  },
  "discriminator": {
   "propertyName": "name"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/fast"
   },
   {
    "$ref": "#/$defs/sliced"
   }
  ],
  "$defs": {
   "fast": {
    "title": "FastSummation",
    "description": "In O(N log N): by sorting on the line (Laplace, Matern, Riesz with r = 1), by non-uniform Fourier transforms for smooth kernels (Gaussian, inverse multiquadric, rational quadratic) for d up to 3. Refused for other kernels.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "In O(N log N): by sorting on the line (Laplace, Matern, Riesz with r = 1), by non-uniform Fourier transforms for smooth kernels (Gaussian, inverse multiquadric, rational quadratic) for d up to 3. Refused for other kernels.",
      "const": "fast"
     },
     "tolerance": {
      "description": "Largest error relative to the largest value of the sum, verified in every sum against direct sums at random targets. Default 1e-10.",
      "type": "number",
      "minimum": 1e-13,
      "maximum": 0.01
     }
    }
   },
   "sliced": {
    "title": "SlicedSummation",
    "description": "The Riesz kernel with r = 1 in any dimension as a mean over random lines: a Monte Carlo estimate, whose error falls like directions^(-1/2).",
    "equation": "-|z| = -c_d E|theta.z|",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "directions"
    ],
    "properties": {
     "name": {
      "description": "The Riesz kernel with r = 1 in any dimension as a mean over random lines: a Monte Carlo estimate, whose error falls like directions^(-1/2). -|z| = -c_d E|theta.z|",
      "const": "sliced"
     },
     "directions": {
      "description": "Number of random lines.",
      "type": "integer",
      "minimum": 1,
      "maximum": 100000
     },
     "seed": {
      "description": "Seed of the lines, the same ones for every sum. Default 1.",
      "type": "integer",
      "minimum": 0
     }
    }
   }
  }
 },
 "task.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "task.schema.json",
  "title": "Task",
  "description": "What one run computes.",
  "type": "object",
  "required": [
   "task"
  ],
  "properties": {
   "task": {
    "description": "Which one.",
    "enum": [
     "flow",
     "curve",
     "rate",
     "distance",
     "spectrum",
     "regression",
     "same-as"
    ],
    "enumDescriptions": [
     "Gradient flow u' = -K(u) DF(u) from an initial state. Outputs: the recorders. u' = -K(u) DF(u)",
     "A curve between two states: geodesic or interpolation, parametrised by t in [0,1] (by release: from 0 to its end). Outputs: the recorders, and the action int 2R(u, u') dt.",
     "One evaluation at a state: the force, the rate and both dissipation potentials. rate = -K(u) xi",
     "Distance between two measures by one method.",
     "Eigenvalues of an operator, in decreasing order of size (of the generator: increasing).",
     "Kernel ridge regression of a function on a finite set, a grid or particles, with its optimality certificates. min |f-g|^2/2 + lambda |f|_H^2/2",
     "Another run of this experiment with some places changed: how controls and references are written."
    ]
   }
  },
  "discriminator": {
   "propertyName": "task"
  },
  "oneOf": [
   {
    "$ref": "#/$defs/flow"
   },
   {
    "$ref": "#/$defs/curve"
   },
   {
    "$ref": "#/$defs/rate"
   },
   {
    "$ref": "#/$defs/distance"
   },
   {
    "$ref": "#/$defs/spectrum"
   },
   {
    "$ref": "#/$defs/regression"
   },
   {
    "$ref": "#/$defs/same-as"
   }
  ],
  "$defs": {
   "flow": {
    "title": "FlowRun",
    "description": "Gradient flow u' = -K(u) DF(u) from an initial state. Outputs: the recorders.",
    "equation": "u' = -K(u) DF(u)",
    "outputs": {},
    "type": "object",
    "additionalProperties": false,
    "required": [
     "task",
     "space",
     "initial",
     "energy",
     "geometry",
     "integrator",
     "time",
     "record"
    ],
    "properties": {
     "task": {
      "description": "Gradient flow u' = -K(u) DF(u) from an initial state. Outputs: the recorders. u' = -K(u) DF(u)",
      "const": "flow"
     },
     "space": {
      "description": "The representation of measures.",
      "$ref": "space.schema.json"
     },
     "initial": {
      "description": "The initial state u_0.",
      "$ref": "measure.schema.json"
     },
     "energy": {
      "description": "The energy that drives the flow.",
      "$ref": "energy.schema.json"
     },
     "geometry": {
      "description": "The dissipation geometry, K(u).",
      "$ref": "geometry.schema.json"
     },
     "integrator": {
      "description": "The time discretisation.",
      "$ref": "integrator.schema.json"
     },
     "time": {
      "description": "Final time, steps and records.",
      "$ref": "time.schema.json"
     },
     "cone": {
      "description": "Whether a negative mass ends the run as `left-the-cone`. Default: wherever the geometry weighs with the state and is meaningless with one.",
      "enum": [
       "watch",
       "ignore"
      ]
     },
     "record": {
      "description": "What is saved at the recorded times: name used in formulas -> recorder.",
      "type": "object",
      "propertyNames": {
       "pattern": "^[A-Za-z][A-Za-z0-9]*$",
       "allowed": "letters and digits, a letter first"
      },
      "additionalProperties": {
       "$ref": "recorder.schema.json"
      },
      "minProperties": 1,
      "maxProperties": 100
     },
     "summation": {
      "description": "How kernel sums over many particles are computed. `auto`: pair by pair up to 2^21 pairs, beyond them fast (with the tolerance 1e-10) where that is cheaper; `direct`: pair by pair. Default `auto`. The notes of the run say what was fast, with the verified error.",
      "oneOf": [
       {
        "enum": [
         "auto",
         "direct"
        ]
       },
       {
        "$ref": "summation.schema.json"
       }
      ]
     },
     "seed": {
      "description": "Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "curve": {
    "title": "CurveRun",
    "description": "A curve between two states: geodesic or interpolation, parametrised by t in [0,1] (by release: from 0 to its end). Outputs: the recorders, and the action int 2R(u, u') dt.",
    "outputs": {
     "action": []
    },
    "type": "object",
    "additionalProperties": false,
    "required": [
     "task",
     "space",
     "from",
     "geometry",
     "by",
     "records",
     "record"
    ],
    "properties": {
     "task": {
      "description": "A curve between two states: geodesic or interpolation, parametrised by t in [0,1] (by release: from 0 to its end). Outputs: the recorders, and the action int 2R(u, u') dt.",
      "const": "curve"
     },
     "space": {
      "description": "The representation of measures.",
      "$ref": "space.schema.json"
     },
     "from": {
      "description": "State at t = 0.",
      "$ref": "measure.schema.json"
     },
     "to": {
      "description": "State at t = 1 (not for release).",
      "$ref": "measure.schema.json"
     },
     "geometry": {
      "description": "The dissipation geometry, K(u).",
      "$ref": "geometry.schema.json"
     },
     "energy": {
      "description": "An energy that recorders evaluate along the curve.",
      "$ref": "energy.schema.json"
     },
     "by": {
      "description": "How the curve is found.",
      "$ref": "curve.schema.json"
     },
     "records": {
      "description": "Number of recorded intervals in [0, 1]; an even number makes `integral` Simpson's rule.",
      "type": "integer",
      "minimum": 1
     },
     "record": {
      "description": "What is saved at the recorded times: name used in formulas -> recorder.",
      "type": "object",
      "propertyNames": {
       "pattern": "^[A-Za-z][A-Za-z0-9]*$",
       "allowed": "letters and digits, a letter first"
      },
      "additionalProperties": {
       "$ref": "recorder.schema.json"
      },
      "minProperties": 1,
      "maxProperties": 100
     },
     "summation": {
      "description": "How kernel sums over many particles are computed. `auto`: pair by pair up to 2^21 pairs, beyond them fast (with the tolerance 1e-10) where that is cheaper; `direct`: pair by pair. Default `auto`. The notes of the run say what was fast, with the verified error.",
      "oneOf": [
       {
        "enum": [
         "auto",
         "direct"
        ]
       },
       {
        "$ref": "summation.schema.json"
       }
      ]
     },
     "seed": {
      "description": "Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "rate": {
    "title": "RateRun",
    "description": "One evaluation at a state: the force, the rate and both dissipation potentials.",
    "equation": "rate = -K(u) xi",
    "outputs": {
     "rate": [
      "node"
     ],
     "force": [
      "node"
     ],
     "coordinates": [
      "node"
     ],
     "dissipation": [],
     "dual": [],
     "primal": [],
     "energy": [],
     "massRate": [],
     "loss": []
    },
    "type": "object",
    "additionalProperties": false,
    "required": [
     "task",
     "space",
     "state",
     "geometry",
     "force"
    ],
    "properties": {
     "task": {
      "description": "One evaluation at a state: the force, the rate and both dissipation potentials. rate = -K(u) xi",
      "const": "rate"
     },
     "space": {
      "description": "The representation of measures.",
      "$ref": "space.schema.json"
     },
     "state": {
      "description": "The state u.",
      "$ref": "measure.schema.json"
     },
     "geometry": {
      "description": "The dissipation geometry, K(u).",
      "$ref": "geometry.schema.json"
     },
     "force": {
      "description": "The covector xi.",
      "$ref": "force.schema.json"
     },
     "summation": {
      "description": "How kernel sums over many particles are computed. `auto`: pair by pair up to 2^21 pairs, beyond them fast (with the tolerance 1e-10) where that is cheaper; `direct`: pair by pair. Default `auto`. The notes of the run say what was fast, with the verified error.",
      "oneOf": [
       {
        "enum": [
         "auto",
         "direct"
        ]
       },
       {
        "$ref": "summation.schema.json"
       }
      ]
     },
     "seed": {
      "description": "Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "distance": {
    "title": "DistanceRun",
    "description": "Distance between two measures by one method.",
    "outputs": {
     "value": [],
     "dualValue": [],
     "gap": [],
     "potential": [
      "node"
     ],
     "coordinates": [
      "node"
     ],
     "plan": [
      "node",
      "node2"
     ]
    },
    "type": "object",
    "additionalProperties": false,
    "required": [
     "task",
     "space",
     "from",
     "to",
     "metric",
     "method"
    ],
    "properties": {
     "task": {
      "description": "Distance between two measures by one method.",
      "const": "distance"
     },
     "space": {
      "description": "The representation of measures.",
      "$ref": "space.schema.json"
     },
     "from": {
      "description": "The first measure.",
      "$ref": "measure.schema.json"
     },
     "to": {
      "description": "The second measure.",
      "$ref": "measure.schema.json"
     },
     "metric": {
      "description": "The metric.",
      "$ref": "metric.schema.json"
     },
     "method": {
      "description": "How it is computed.",
      "$ref": "method.schema.json"
     },
     "plan": {
      "description": "Whether the plan, one number per pair of nodes, is kept; default false. Transport has one, and the Hellinger-Kantorovich distance by `sinkhorn`.",
      "type": "boolean"
     },
     "seed": {
      "description": "Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "spectrum": {
    "title": "SpectrumRun",
    "description": "Eigenvalues of an operator, in decreasing order of size (of the generator: increasing).",
    "outputs": {
     "values": [
      "mode"
     ],
     "trace": [],
     "diagonalIntegral": [],
     "squareSum": [],
     "doubleIntegral": [],
     "adjointDefect": [],
     "gap": []
    },
    "type": "object",
    "additionalProperties": false,
    "required": [
     "task",
     "space",
     "operator",
     "method",
     "modes"
    ],
    "properties": {
     "task": {
      "description": "Eigenvalues of an operator, in decreasing order of size (of the generator: increasing).",
      "const": "spectrum"
     },
     "space": {
      "description": "The representation of measures.",
      "$ref": "space.schema.json"
     },
     "operator": {
      "description": "The operator.",
      "$ref": "operator.schema.json"
     },
     "method": {
      "description": "How it is computed.",
      "$ref": "method.schema.json"
     },
     "modes": {
      "description": "Number of eigenvalues.",
      "type": "integer",
      "minimum": 1
     },
     "seed": {
      "description": "Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "same-as": {
    "title": "SameAsRun",
    "description": "Another run of this experiment with some places changed: how controls and references are written.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "task",
     "run",
     "but"
    ],
    "properties": {
     "task": {
      "description": "Another run of this experiment with some places changed: how controls and references are written.",
      "const": "same-as"
     },
     "run": {
      "description": "Name of the other run.",
      "type": "string",
      "x-names": "run"
     },
     "but": {
      "description": "JSON pointer inside the run -> new value; `/geometry/lambda` changes one number, `/geometry` the whole geometry.",
      "type": "object",
      "minProperties": 1,
      "propertyNames": {
       "pattern": "^/",
       "allowed": "a JSON pointer inside the run, as /time/steps"
      },
      "additionalProperties": true,
      "maxProperties": 100
     }
    }
   },
   "regression": {
    "title": "RegressionRun",
    "description": "Kernel ridge regression of a function on a finite set, a grid or particles, with its optimality certificates.",
    "equation": "min |f-g|^2/2 + lambda |f|_H^2/2",
    "outputs": {
     "response": [
      "node"
     ],
     "fit": [
      "node"
     ],
     "smoothed": [
      "node"
     ],
     "weights": [
      "node"
     ],
     "bias": [],
     "squaredNorm": [],
     "primalValue": [],
     "functionalValue": [],
     "dualValue": [],
     "gap": [],
     "halfResponse": [],
     "values": [
      "mode"
     ],
     "coefficients": [
      "mode"
     ],
     "fitted": [
      "mode"
     ]
    },
    "type": "object",
    "additionalProperties": false,
    "required": [
     "task",
     "space",
     "measure",
     "kernel",
     "lambda",
     "response",
     "by"
    ],
    "properties": {
     "task": {
      "description": "Kernel ridge regression of a function on a finite set, a grid or particles, with its optimality certificates. min |f-g|^2/2 + lambda |f|_H^2/2",
      "const": "regression"
     },
     "space": {
      "description": "The representation of measures.",
      "$ref": "space.schema.json"
     },
     "measure": {
      "description": "The measure rho, of positive masses.",
      "$ref": "measure.schema.json"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "lambda": {
      "description": "Ridge lambda > 0.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "response": {
      "description": "The function g.",
      "$ref": "response.schema.json"
     },
     "by": {
      "description": "How f is found. primal: Cholesky factor of the normal equations; spectral: filter l/(l + lambda) mode by mode; functional: conjugate gradients in H, which know only the functional f -> int f g drho; dual: conjugate gradients in L^2_rho.",
      "enum": [
       "primal",
       "spectral",
       "functional",
       "dual"
      ]
     },
     "modes": {
      "description": "Number of eigenvalues l_n and of coefficients <g, e_n> and <f, e_n>; default none.",
      "type": "integer",
      "minimum": 1
     },
     "functions": {
      "description": "The functions on the nodes that are kept: the response g, the fit f, the smoothed K_rho g, the weights rho; default all.",
      "type": "array",
      "items": {
       "description": "Function.",
       "enum": [
        "response",
        "fit",
        "smoothed",
        "weights"
       ]
      },
      "uniqueItems": true
     },
     "seed": {
      "description": "Seed of this run; default: the seed of the experiment. Streams are named, so a new recorder never shifts the noise.",
      "type": "integer",
      "minimum": 0
     }
    }
   }
  }
 },
 "time.schema.json": {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "time.schema.json",
  "title": "Time",
  "description": "Times t_k = k end/steps; saved at `records` + 1 equally spaced times. `steps` must be a multiple of `records`, so that a sweep over steps keeps the recorded times.",
  "type": "object",
  "additionalProperties": false,
  "required": [
   "end",
   "steps",
   "records"
  ],
  "properties": {
   "end": {
    "description": "Final time, in units of time.",
    "type": "number",
    "exclusiveMinimum": 0
   },
   "steps": {
    "description": "Number of time steps.",
    "type": "integer",
    "minimum": 1,
    "maximum": 100000000
   },
   "records": {
    "description": "Number of recorded intervals; an even number makes `integral` Simpson's rule.",
    "type": "integer",
    "minimum": 1,
    "maximum": 100000
   }
  }
 }
};
