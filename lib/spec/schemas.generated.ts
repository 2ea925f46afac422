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
      "description": "The word `values`.",
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
       "description": "/runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/"
      },
      "minItems": 1,
      "uniqueItems": true
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
      "description": "The word `grid`.",
      "const": "grid"
     },
     "from": {
      "description": "First.",
      "type": "number"
     },
     "to": {
      "description": "Last.",
      "type": "number"
     },
     "points": {
      "description": "Number of points.",
      "type": "integer",
      "minimum": 2,
      "maximum": 100000
     },
     "scale": {
      "description": "Default linear.",
      "enum": [
       "linear",
       "log"
      ]
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "/runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/"
      },
      "minItems": 1,
      "uniqueItems": true
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
      "description": "The word `choices`.",
      "const": "choices"
     },
     "choices": {
      "description": "Label -> value.",
      "type": "object",
      "minProperties": 2,
      "propertyNames": {
       "pattern": "^[A-Za-z][A-Za-z0-9-]*$"
      },
      "additionalProperties": true
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "/runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/"
      },
      "minItems": 1,
      "uniqueItems": true
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
      "description": "The word `zip`.",
      "const": "zip"
     },
     "values": {
      "description": "Number of each row, for formulas.",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 1
     },
     "rows": {
      "description": "Label -> one value per pointer.",
      "type": "object",
      "propertyNames": {
       "pattern": "^[A-Za-z][A-Za-z0-9]*$"
      },
      "additionalProperties": {
       "description": "One value per pointer.",
       "type": "array",
       "minItems": 2
      },
      "minProperties": 2
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "/runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/"
      },
      "minItems": 1,
      "uniqueItems": true
     }
    }
   },
   "seeds": {
    "title": "SeedsAxis",
    "description": "Independent repetitions.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "axis",
     "count",
     "set"
    ],
    "properties": {
     "axis": {
      "description": "The word `seeds`.",
      "const": "seeds"
     },
     "count": {
      "description": "Number of seeds.",
      "type": "integer",
      "minimum": 2,
      "maximum": 10000
     },
     "set": {
      "description": "Pointers that receive the value (after `same-as` is expanded). Without pointers the axis is a free variable of formulas.",
      "type": "array",
      "items": {
       "description": "/runs/<run>/...",
       "type": "string",
       "format": "json-pointer",
       "pattern": "^/runs/[A-Za-z][A-Za-z0-9]*/"
      },
      "minItems": 1,
      "uniqueItems": true
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
    "description": "|measured - expected| <= tolerance",
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
      "description": "The word `equal`.",
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
      "description": "Divide by |expected|.",
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
      "description": "true: the claim must FAIL somewhere; shows that a hypothesis matters.",
      "type": "boolean"
     }
    }
   },
   "at-most": {
    "title": "AtMostClaim",
    "description": "measured <= bound + slack",
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
      "description": "The word `at-most`.",
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
      "description": "Rounding or discretisation error; default 0.",
      "type": "number",
      "minimum": 0
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
      "description": "true: the claim must FAIL somewhere; shows that a hypothesis matters.",
      "type": "boolean"
     }
    }
   },
   "at-least": {
    "title": "AtLeastClaim",
    "description": "measured >= bound - slack",
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
      "description": "The word `at-least`.",
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
      "description": "Default 0.",
      "type": "number",
      "minimum": 0
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
      "description": "true: the claim must FAIL somewhere; shows that a hypothesis matters.",
      "type": "boolean"
     }
    }
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
      "description": "The word `monotone`.",
      "const": "monotone"
     },
     "measured": {
      "description": "What was computed.",
      "$ref": "formula.schema.json"
     },
     "along": {
      "description": "t or an axis.",
      "type": "string",
      "x-names": "dimension"
     },
     "direction": {
      "description": "Direction.",
      "enum": [
       "increasing",
       "decreasing"
      ]
     },
     "slack": {
      "description": "Default 0.",
      "type": "number",
      "minimum": 0
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
      "description": "true: the claim must FAIL somewhere; shows that a hypothesis matters.",
      "type": "boolean"
     }
    }
   },
   "ends": {
    "title": "EndsClaim",
    "description": "A run ends with a status.",
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
      "description": "The word `ends`.",
      "const": "ends"
     },
     "run": {
      "description": "Run.",
      "type": "string",
      "x-names": "run"
     },
     "status": {
      "description": "Status of every solution of the run.",
      "enum": [
       "completed",
       "stopped",
       "diverged",
       "not-converged",
       "left-the-cone",
       "step-underflow",
       "refused"
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
      "description": "true: the claim must FAIL somewhere; shows that a hypothesis matters.",
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
      "description": "The word `exact`.",
      "const": "exact"
     }
    }
   },
   "shooting": {
    "title": "ShootingCurve",
    "description": "Hamiltonian system, initial momentum by Newton.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "integrator",
     "steps"
    ],
    "properties": {
     "name": {
      "description": "The word `shooting`.",
      "const": "shooting"
     },
     "integrator": {
      "description": "ODE solver.",
      "$ref": "integrator.schema.json"
     },
     "steps": {
      "description": "Time steps.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "momentum": {
    "title": "MomentumCurve",
    "description": "Hamiltonian system from the momentum of the closed form.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "integrator",
     "steps"
    ],
    "properties": {
     "name": {
      "description": "The word `momentum`.",
      "const": "momentum"
     },
     "integrator": {
      "description": "ODE solver.",
      "$ref": "integrator.schema.json"
     },
     "steps": {
      "description": "Time steps.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "release": {
    "title": "ReleaseCurve",
    "description": "Hamiltonian system from seeded random momenta; no end state.",
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
      "description": "The word `release`.",
      "const": "release"
     },
     "end": {
      "description": "Final time.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "integrator": {
      "description": "ODE solver.",
      "$ref": "integrator.schema.json"
     },
     "steps": {
      "description": "Time steps.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "interpolation": {
    "title": "InterpolationCurve",
    "description": "Straight in a chart.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "chart"
    ],
    "properties": {
     "name": {
      "description": "The word `interpolation`.",
      "const": "interpolation"
     },
     "chart": {
      "description": "mu, sqrt mu, log mu, positions, or great circle.",
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
      "description": "The word `inline`.",
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
      "description": "The word `generator`.",
      "const": "generator"
     },
     "generator": {
      "description": "Which generator.",
      "enum": [
       "gaussian",
       "mixture",
       "two-moons",
       "ring",
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
      "description": "Seed of the data, independent of the runs.",
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
      "description": "The word `file`.",
      "const": "file"
     },
     "path": {
      "description": "Relative to the spec, inside its folder or the project.",
      "type": "string",
      "pattern": "^(?!/)(?!.*\\.\\.).*\\.(json|csv|npy)$"
     },
     "columns": {
      "description": "Columns of the points.",
      "type": "array",
      "items": {
       "type": "string"
      }
     },
     "label": {
      "description": "Column of the response.",
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
      "description": "The word `dataset`.",
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
      "description": "The word `kl`.",
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
      "description": "The word `inclusive-kl`.",
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
      "description": "The word `phi`.",
      "const": "phi"
     },
     "p": {
      "description": "Exponent; 1 and 0 are the limits.",
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
      "description": "The word `half-mmd2`.",
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
    "description": "Linear energy.",
    "equation": "F = int V du",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "potential"
    ],
    "properties": {
     "name": {
      "description": "The word `potential`.",
      "const": "potential"
     },
     "potential": {
      "description": "V",
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
      "description": "The word `entropy`.",
      "const": "entropy"
     },
     "temperature": {
      "description": "tau",
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
      "description": "The word `ginzburg-landau`.",
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
      "description": "The word `sum`.",
      "const": "sum"
     },
     "of": {
      "description": "Terms.",
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
      "description": "The word `scaled`.",
      "const": "scaled"
     },
     "factor": {
      "description": "Factor.",
      "type": "number"
     },
     "of": {
      "description": "Term.",
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
      "description": "The word `half-chi2`.",
      "const": "half-chi2"
     },
     "target": {
      "description": "pi",
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
      "description": "The word `interaction`.",
      "const": "interaction"
     },
     "kernel": {
      "description": "The kernel.",
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
  "description": "Runs x claims x figures.",
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
    "description": "For editors.",
    "type": "string"
   },
   "id": {
    "description": "File name without .json.",
    "type": "string",
    "pattern": "^[a-z0-9-]+$"
   },
   "title": {
    "description": "What is shown, one sentence.",
    "type": "string"
   },
   "illustrates": {
    "description": "Ids of the catalogue.",
    "type": "array",
    "items": {
     "$ref": "#/$defs/statement"
    },
    "minItems": 1,
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
     "pattern": "^[A-Za-z][A-Za-z0-9]*$"
    },
    "additionalProperties": {
     "$ref": "task.schema.json"
    }
   },
   "axes": {
    "description": "Name -> axis.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$"
    },
    "additionalProperties": {
     "$ref": "axis.schema.json"
    }
   },
   "quantities": {
    "description": "Name -> formula: names for what several claims or figures use.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$"
    },
    "additionalProperties": {
     "$ref": "formula.schema.json"
    }
   },
   "claims": {
    "description": "Name -> claim.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$"
    },
    "additionalProperties": {
     "$ref": "claim.schema.json"
    },
    "minProperties": 1
   },
   "figures": {
    "description": "Name -> figure.",
    "type": "object",
    "propertyNames": {
     "pattern": "^[A-Za-z][A-Za-z0-9]*$"
    },
    "additionalProperties": {
     "$ref": "figure.schema.json"
    },
    "minProperties": 1
   }
  },
  "$defs": {
   "statement": {
    "title": "Statement",
    "description": "Id of the catalogue.",
    "type": "string",
    "pattern": "^[A-F]-[0-9]+(\\.[0-9]+)?[a-z]?$"
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
      "description": "The word `interpolations`.",
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
      "description": "The word `densities-over-time`.",
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
      "description": "The word `decay`.",
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
      "description": "The word `curves`.",
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
      "description": "The word `converging-family`.",
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
      "description": "The word `order`.",
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
      "description": "The word `particles`.",
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
      "description": "The word `ellipses`.",
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
      "description": "The word `residuals`.",
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
      "description": "The word `space-time`.",
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
    "description": "xi = DF(u).",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "energy"
    ],
    "properties": {
     "name": {
      "description": "The word `differential`.",
      "const": "differential"
     },
     "energy": {
      "description": "Driving energy.",
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
      "description": "The word `random`.",
      "const": "random"
     },
     "seed": {
      "description": "Seed.",
      "type": "integer",
      "minimum": 0
     }
    }
   },
   "values": {
    "title": "ValuesForce",
    "description": "Values on nodes.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "values"
    ],
    "properties": {
     "name": {
      "description": "The word `values`.",
      "const": "values"
     },
     "values": {
      "description": "xi",
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
    "description": "growth x identity",
    "equation": "K xi = u xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `hellinger`.",
      "const": "hellinger"
     }
    }
   },
   "kernel-hellinger": {
    "title": "KernelHellingerGeometry",
    "description": "growth x kernel (kernelised Fisher-Rao)",
    "equation": "K xi = u K_u xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "The word `kernel-hellinger`.",
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
    "description": "growth x ridge (KRR Fisher-Rao)",
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
      "description": "The word `ridge-hellinger`.",
      "const": "ridge-hellinger"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "lambda": {
      "description": "Ridge lambda.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "mmd": {
    "title": "MmdGeometry",
    "description": "deposit x inverse",
    "equation": "K xi = K^-1 xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "The word `mmd`.",
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
    "description": "transport x identity",
    "equation": "K xi = -div(u grad xi)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `wasserstein`.",
      "const": "wasserstein"
     }
    }
   },
   "stein": {
    "title": "SteinGeometry",
    "description": "transport x kernel",
    "equation": "K xi = -div(u K_u grad xi)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "The word `stein`.",
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
    "description": "transport x ridge",
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
      "description": "The word `ridge-wasserstein`.",
      "const": "ridge-wasserstein"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "lambda": {
      "description": "Ridge lambda.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "de-stein": {
    "title": "DeSteinGeometry",
    "description": "transport x inverse",
    "equation": "K xi = -div(K^-1 grad xi)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "The word `de-stein`.",
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
    "description": "deposit x identity",
    "equation": "K xi = xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `l2`.",
      "const": "l2"
     }
    }
   },
   "h-minus-1": {
    "title": "HMinus1Geometry",
    "description": "diffusion x identity",
    "equation": "K xi = -Laplace xi",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `h-minus-1`.",
      "const": "h-minus-1"
     }
    }
   },
   "term": {
    "title": "TermGeometry",
    "description": "Any mechanism with any smoother.",
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
      "description": "The word `term`.",
      "const": "term"
     },
     "mechanism": {
      "description": "What moves the mass.",
      "enum": [
       "transport",
       "growth",
       "deposit",
       "diffusion"
      ]
     },
     "smoother": {
      "description": "S",
      "$ref": "smoother.schema.json"
     }
    }
   },
   "scaled": {
    "title": "ScaledGeometry",
    "description": "Multiple: alpha for transport, beta for growth.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "factor",
     "of"
    ],
    "properties": {
     "name": {
      "description": "The word `scaled`.",
      "const": "scaled"
     },
     "factor": {
      "description": "Factor; 0 switches the term off.",
      "type": "number",
      "minimum": 0
     },
     "of": {
      "description": "Geometry.",
      "$ref": "geometry.schema.json"
     }
    }
   },
   "sum": {
    "title": "SumGeometry",
    "description": "K's add: infimal convolution of the metrics.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "The word `sum`.",
      "const": "sum"
     },
     "of": {
      "description": "Terms.",
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
    "description": "Fixed mass: K - K1 x K1/<1,K1>.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "of"
    ],
    "properties": {
     "name": {
      "description": "The word `spherical`.",
      "const": "spherical"
     },
     "of": {
      "description": "Geometry.",
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
    "description": "Closed form; refused where none is known.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `exact`.",
      "const": "exact"
     }
    }
   },
   "explicit-euler": {
    "title": "ExplicitEulerIntegrator",
    "description": "Order 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `explicit-euler`.",
      "const": "explicit-euler"
     }
    }
   },
   "rk4": {
    "title": "Rk4Integrator",
    "description": "Order 4.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `rk4`.",
      "const": "rk4"
     }
    }
   },
   "exponential": {
    "title": "ExponentialIntegrator",
    "description": "Runge-Kutta in the chart log u: positivity for free.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "order"
    ],
    "properties": {
     "name": {
      "description": "The word `exponential`.",
      "const": "exponential"
     },
     "order": {
      "description": "Order.",
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
    "description": "Newton; order 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `implicit-euler`.",
      "const": "implicit-euler"
     }
    }
   },
   "semi-implicit": {
    "title": "SemiImplicitIntegrator",
    "description": "Convex splitting or stabilised, for phase fields; order 1.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `semi-implicit`.",
      "const": "semi-implicit"
     },
     "stabilisation": {
      "description": "S; default Eyre's splitting.",
      "type": "number",
      "minimum": 0
     }
    }
   },
   "chang-cooper": {
    "title": "ChangCooperIntegrator",
    "description": "Scharfetter-Gummel fluxes, implicit; exact stationary state.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `chang-cooper`.",
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
      "description": "The word `jko`.",
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
    "description": "One integrator per term of a sum, in order.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "scheme",
     "of"
    ],
    "properties": {
     "name": {
      "description": "The word `splitting`.",
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
      "description": "As many as terms of the sum.",
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
    "description": "Turns tau log u into noise (ULA).",
    "equation": "X+ = X - dt grad V + sqrt(2 tau dt) N",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `langevin`.",
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
      "description": "The word `noisy-euler`.",
      "const": "noisy-euler"
     },
     "level": {
      "description": "Standard deviation.",
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
    "description": "Jump process: kill and duplicate (P2).",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `birth-death`.",
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
      "description": "The word `adaptive`.",
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
      "description": "The word `gaussian`.",
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
      "description": "The word `laplace`.",
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
      "description": "The word `matern`.",
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
      "description": "nu",
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
      "description": "The word `inverse-multiquadric`.",
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
      "description": "The word `linear`.",
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
      "description": "The word `stein`.",
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
      "description": "The word `rational-quadratic`.",
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
      "description": "The word `riesz`.",
      "const": "riesz"
     },
     "exponent": {
      "description": "r in (0, 2)",
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
      "description": "The word `polynomial`.",
      "const": "polynomial"
     },
     "degree": {
      "description": "m",
      "type": "integer",
      "minimum": 1,
      "maximum": 12
     },
     "offset": {
      "description": "c >= 0",
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
      "description": "The word `sum`.",
      "const": "sum"
     },
     "of": {
      "description": "Summands.",
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
      "description": "The word `scaled`.",
      "const": "scaled"
     },
     "factor": {
      "description": "a",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "of": {
      "description": "k",
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
      "description": "The word `masses`.",
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
      "description": "The word `random`.",
      "const": "random"
     },
     "seed": {
      "description": "Seed.",
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
      "description": "The word `gaussian`.",
      "const": "gaussian"
     },
     "mean": {
      "description": "Mean, a number in 1-D.",
      "type": [
       "number",
       "array"
      ],
      "items": {
       "type": "number"
      }
     },
     "covariance": {
      "description": "Variance in 1-D, or the covariance matrix.",
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
    "description": "Convex combination.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "weights",
     "components"
    ],
    "properties": {
     "name": {
      "description": "The word `mixture`.",
      "const": "mixture"
     },
     "weights": {
      "description": "Non-negative, sum 1.",
      "type": "array",
      "items": {
       "type": "number",
       "minimum": 0
      },
      "minItems": 1
     },
     "components": {
      "description": "As many as weights.",
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
      "description": "The word `uniform`.",
      "const": "uniform"
     },
     "interval": {
      "description": "[a, b]",
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
      "description": "The word `dirac`.",
      "const": "dirac"
     },
     "at": {
      "description": "Where.",
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
      "description": "The word `gibbs`.",
      "const": "gibbs"
     },
     "potential": {
      "description": "V",
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
      "description": "The word `posterior`.",
      "const": "posterior"
     },
     "model": {
      "description": "The model.",
      "enum": [
       "gaussian-mean",
       "logistic-regression"
      ]
     },
     "prior": {
      "description": "Prior.",
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
      "description": "The word `samples`.",
      "const": "samples"
     },
     "data": {
      "description": "The atoms.",
      "$ref": "data.schema.json"
     }
    }
   },
   "scaled": {
    "title": "ScaledMeasure",
    "description": "A multiple: total mass z.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "mass",
     "of"
    ],
    "properties": {
     "name": {
      "description": "The word `scaled`.",
      "const": "scaled"
     },
     "mass": {
      "description": "z",
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
      "description": "The word `perturbed`.",
      "const": "perturbed"
     },
     "of": {
      "description": "pi",
      "$ref": "measure.schema.json"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "modes": {
      "description": "mode{n} -> c_n",
      "type": "object",
      "propertyNames": {
       "pattern": "^[A-Za-z][A-Za-z0-9]*$"
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
      "description": "The word `wave`.",
      "const": "wave"
     },
     "amplitude": {
      "description": "a",
      "type": "number"
     },
     "wavenumber": {
      "description": "k",
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
      "description": "The word `smooth-noise`.",
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
      "description": "Seed.",
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
      "description": "The word `interface`.",
      "const": "interface"
     },
     "at": {
      "description": "Place of the step, or radius.",
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
   }
  ],
  "$defs": {
   "exact": {
    "title": "ExactMethod",
    "description": "Closed form.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `exact`.",
      "const": "exact"
     }
    }
   },
   "static": {
    "title": "StaticMethod",
    "description": "Static problem on the nodes (linear algebra or quadrature).",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `static`.",
      "const": "static"
     }
    }
   },
   "dual": {
    "title": "DualMethod",
    "description": "Dual problem by a linear solve or ascent.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `dual`.",
      "const": "dual"
     }
    }
   },
   "dynamic": {
    "title": "DynamicMethod",
    "description": "Time-discretised dynamic problem.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "steps"
    ],
    "properties": {
     "name": {
      "description": "The word `dynamic`.",
      "const": "dynamic"
     },
     "steps": {
      "description": "Time steps.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "quantiles": {
    "title": "QuantilesMethod",
    "description": "From quantile functions (1-D).",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "nodes"
    ],
    "properties": {
     "name": {
      "description": "The word `quantiles`.",
      "const": "quantiles"
     },
     "nodes": {
      "description": "Quadrature nodes.",
      "type": "integer",
      "minimum": 1
     }
    }
   },
   "linear-program": {
    "title": "LinearProgramMethod",
    "description": "Exact optimal plan.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `linear-program`.",
      "const": "linear-program"
     }
    }
   },
   "sinkhorn": {
    "title": "SinkhornMethod",
    "description": "Entropic, log domain.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "epsilon"
    ],
    "properties": {
     "name": {
      "description": "The word `sinkhorn`.",
      "const": "sinkhorn"
     },
     "epsilon": {
      "description": "Regularisation, in units of length^2.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "debiased": {
      "description": "Sinkhorn divergence.",
      "type": "boolean"
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
      "description": "The word `tv`.",
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
      "description": "The word `hellinger`.",
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
      "description": "The word `spherical-hellinger`.",
      "const": "spherical-hellinger"
     }
    }
   },
   "wasserstein": {
    "title": "WassersteinMetric",
    "description": "W_p.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "order"
    ],
    "properties": {
     "name": {
      "description": "The word `wasserstein`.",
      "const": "wasserstein"
     },
     "order": {
      "description": "p",
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
      "description": "The word `mmd`.",
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
      "description": "The word `de-stein`.",
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
      "description": "The word `kernel-hellinger`.",
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
    "description": "HK = WFR; action |v|^2/alpha + r^2/beta.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "alpha",
     "beta"
    ],
    "properties": {
     "name": {
      "description": "The word `hellinger-kantorovich`.",
      "const": "hellinger-kantorovich"
     },
     "alpha": {
      "description": "Mobility.",
      "type": "number",
      "exclusiveMinimum": 0
     },
     "beta": {
      "description": "Reaction.",
      "type": "number",
      "exclusiveMinimum": 0
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
    "description": "K_rho f = int k(., y) f(y) drho(y).",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel",
     "measure"
    ],
    "properties": {
     "name": {
      "description": "The word `kernel`.",
      "const": "kernel"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "measure": {
      "description": "rho",
      "$ref": "measure.schema.json"
     }
    }
   },
   "generator": {
    "title": "GeneratorOperator",
    "description": "Generator of the Fokker-Planck equation (sign: eigenvalues >= 0).",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "target"
    ],
    "properties": {
     "name": {
      "description": "The word `generator`.",
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
      "description": "The word `quadratic`.",
      "const": "quadratic"
     },
     "matrix": {
      "description": "A, symmetric.",
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
      "description": "The word `double-well`.",
      "const": "double-well"
     },
     "depth": {
      "description": "theta; the barrier is 1/(4 theta)",
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
      "description": "The word `banana`.",
      "const": "banana"
     },
     "curvature": {
      "description": "b",
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
      "description": "The word `energy`.",
      "const": "energy"
     }
    }
   },
   "value": {
    "title": "ValueRecorder",
    "description": "Another functional along the curve.",
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
      "description": "The word `value`.",
      "const": "value"
     },
     "energy": {
      "description": "The functional.",
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
      "description": "The word `dissipation`.",
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
      "description": "The word `dual`.",
      "const": "dual"
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
      "description": "The word `primal`.",
      "const": "primal"
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
      "description": "The word `hamiltonian`.",
      "const": "hamiltonian"
     }
    }
   },
   "mass": {
    "title": "MassRecorder",
    "description": "u(X).",
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
      "description": "The word `mass`.",
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
      "description": "The word `positivity`.",
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
      "description": "The word `support`.",
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
      "description": "The word `ess`.",
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
      "description": "The word `expectation`.",
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
      "description": "The word `variance`.",
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
      "description": "The word `oscillation`.",
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
      "description": "The word `cumulant`.",
      "const": "cumulant"
     },
     "order": {
      "description": "n",
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
      "description": "The word `distance`.",
      "const": "distance"
     },
     "metric": {
      "description": "Metric.",
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
      "description": "The word `amplitude`.",
      "const": "amplitude"
     },
     "wavenumber": {
      "description": "k",
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
      "description": "The word `interface-position`.",
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
      "description": "The word `risk`.",
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
      "description": "The word `momentum`.",
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
      "description": "The word `masses`.",
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
      "description": "The word `density`.",
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
      "description": "The word `coordinates`.",
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
      "description": "The word `positions`.",
      "const": "positions"
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
      "description": "The word `weights`.",
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
      "description": "The word `massless`.",
      "const": "massless"
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
   }
  ],
  "$defs": {
   "identity": {
    "title": "IdentitySmoother",
    "description": "f = 1",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name"
    ],
    "properties": {
     "name": {
      "description": "The word `identity`.",
      "const": "identity"
     }
    }
   },
   "kernel": {
    "title": "KernelSmoother",
    "description": "f(s) = s",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "The word `kernel`.",
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
    "description": "f(s) = s/(s + lambda)",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel",
     "lambda"
    ],
    "properties": {
     "name": {
      "description": "The word `ridge`.",
      "const": "ridge"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
     },
     "lambda": {
      "description": "Ridge.",
      "type": "number",
      "exclusiveMinimum": 0
     }
    }
   },
   "inverse": {
    "title": "InverseSmoother",
    "description": "f(s) = 1/s",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "kernel"
    ],
    "properties": {
     "name": {
      "description": "The word `inverse`.",
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
      "description": "The word `nadaraya-watson`.",
      "const": "nadaraya-watson"
     },
     "kernel": {
      "description": "The reproducing kernel k.",
      "$ref": "kernel.schema.json"
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
      "description": "The word `finite-set`.",
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
    "description": "Cells of an interval; the state holds masses.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "n",
     "interval"
    ],
    "properties": {
     "name": {
      "description": "The word `grid1d`.",
      "const": "grid1d"
     },
     "n": {
      "description": "Cells.",
      "type": "integer",
      "minimum": 2
     },
     "interval": {
      "description": "[a, b]",
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
    "description": "Cells of a rectangle.",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "n",
     "box"
    ],
    "properties": {
     "name": {
      "description": "The word `grid2d`.",
      "const": "grid2d"
     },
     "n": {
      "description": "[nx, ny]",
      "type": "array",
      "items": {
       "type": "integer",
       "minimum": 2
      },
      "minItems": 2,
      "maxItems": 2
     },
     "box": {
      "description": "[ax, bx, ay, by]",
      "type": "array",
      "items": {
       "type": "number"
      },
      "minItems": 4,
      "maxItems": 4
     },
     "periodic": {
      "description": "Default false.",
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
      "description": "The word `particles`.",
      "const": "particles"
     },
     "n": {
      "description": "Number of particles.",
      "type": "integer",
      "minimum": 1
     },
     "d": {
      "description": "Dimension.",
      "type": "integer",
      "minimum": 1
     },
     "placement": {
      "description": "How an initial density becomes particles; default independent.",
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
    "description": "Normal laws (m, S).",
    "type": "object",
    "additionalProperties": false,
    "required": [
     "name",
     "d"
    ],
    "properties": {
     "name": {
      "description": "The word `gaussian`.",
      "const": "gaussian"
     },
     "d": {
      "description": "Dimension.",
      "type": "integer",
      "minimum": 1
     },
     "covariance": {
      "description": "Restriction; default full.",
      "enum": [
       "full",
       "diagonal"
      ]
     },
     "quadrature": {
      "description": "Gauss-Hermite nodes per dimension for targets that are not Gaussian.",
      "type": "integer",
      "minimum": 3
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
      "description": "The word `flow`.",
      "const": "flow"
     },
     "space": {
      "description": "Representation of measures.",
      "$ref": "space.schema.json"
     },
     "initial": {
      "description": "Initial state u_0.",
      "$ref": "measure.schema.json"
     },
     "energy": {
      "description": "Driving energy.",
      "$ref": "energy.schema.json"
     },
     "geometry": {
      "description": "Dissipation geometry.",
      "$ref": "geometry.schema.json"
     },
     "integrator": {
      "description": "Time discretisation.",
      "$ref": "integrator.schema.json"
     },
     "time": {
      "description": "Time grid.",
      "$ref": "time.schema.json"
     },
     "record": {
      "description": "What is saved at the recorded times: name used in formulas -> recorder.",
      "type": "object",
      "propertyNames": {
       "pattern": "^[A-Za-z][A-Za-z0-9]*$"
      },
      "additionalProperties": {
       "$ref": "recorder.schema.json"
      },
      "minProperties": 1
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
    "description": "A curve between two states: geodesic or interpolation, parametrised by t in [0,1]. Outputs: the recorders.",
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
      "description": "The word `curve`.",
      "const": "curve"
     },
     "space": {
      "description": "Representation of measures.",
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
      "description": "Dissipation geometry.",
      "$ref": "geometry.schema.json"
     },
     "energy": {
      "description": "Driving energy.",
      "$ref": "energy.schema.json"
     },
     "by": {
      "description": "How the curve is found.",
      "$ref": "curve.schema.json"
     },
     "records": {
      "description": "Number of recorded intervals.",
      "type": "integer",
      "minimum": 1
     },
     "record": {
      "description": "What is saved at the recorded times: name used in formulas -> recorder.",
      "type": "object",
      "propertyNames": {
       "pattern": "^[A-Za-z][A-Za-z0-9]*$"
      },
      "additionalProperties": {
       "$ref": "recorder.schema.json"
      },
      "minProperties": 1
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
      "description": "The word `rate`.",
      "const": "rate"
     },
     "space": {
      "description": "Representation of measures.",
      "$ref": "space.schema.json"
     },
     "state": {
      "description": "u",
      "$ref": "measure.schema.json"
     },
     "geometry": {
      "description": "Dissipation geometry.",
      "$ref": "geometry.schema.json"
     },
     "force": {
      "description": "xi",
      "$ref": "force.schema.json"
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
      "description": "The word `distance`.",
      "const": "distance"
     },
     "space": {
      "description": "Representation of measures.",
      "$ref": "space.schema.json"
     },
     "from": {
      "description": "mu",
      "$ref": "measure.schema.json"
     },
     "to": {
      "description": "nu",
      "$ref": "measure.schema.json"
     },
     "metric": {
      "description": "Metric.",
      "$ref": "metric.schema.json"
     },
     "method": {
      "description": "How it is computed.",
      "$ref": "method.schema.json"
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
      "description": "The word `spectrum`.",
      "const": "spectrum"
     },
     "space": {
      "description": "Representation of measures.",
      "$ref": "space.schema.json"
     },
     "operator": {
      "description": "Operator.",
      "$ref": "operator.schema.json"
     },
     "method": {
      "description": "How it is computed.",
      "$ref": "method.schema.json"
     },
     "modes": {
      "description": "Number of modes.",
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
      "description": "The word `same-as`.",
      "const": "same-as"
     },
     "run": {
      "description": "Name of the other run.",
      "type": "string",
      "x-names": "run"
     },
     "but": {
      "description": "JSON pointer inside the run -> new value.",
      "type": "object",
      "minProperties": 1,
      "propertyNames": {
       "pattern": "^/"
      },
      "additionalProperties": true
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
