/**
 * What a reader cannot see and a compiler does not say: promises that nobody awaits, names that hide others, two
 * declarations on a line.
 */
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "lib/compute/assembly/", "**/*.generated.ts", ".cache/", "results/", "notebooks/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts", "**/*.mjs"],
    languageOptions: { parser: tseslint.parser },
    rules: {
      "no-shadow": "off",
      "one-var": ["error", "never"],
      "no-unused-expressions": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "max-len": [
        "error",
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
    },
  },
  {
    files: ["lib/**/*.ts", "scripts/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            { from: "package", package: "node:test", name: ["test", "it", "describe", "suite"] },
          ],
        },
      ],
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-shadow": "error",
    },
  },
);
