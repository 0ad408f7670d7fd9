import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist",
      "coverage",
      "templates",
      "pm-talk-demo*",
      "test/**/fixtures",
      "test/**/golden",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "max-lines-per-function": ["error", {max: 60, skipBlankLines: true, skipComments: true}],
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_"}],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "exit",
          message: "Set process.exitCode in main: exit truncates output.",
        },
      ],
      // Control characters are what terminals must be guarded against, so patterns name them.
      "no-control-regex": "off",
    },
  },
  {
    files: ["test/**"],
    rules: {"max-lines-per-function": "off"},
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      // Plain JavaScript belongs to no TypeScript project.
      parserOptions: {projectService: false},
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        performance: "readonly",
        Buffer: "readonly",
      },
    },
  },
);
