import security from "eslint-plugin-security";

export default [
  { files: ["**/*.js"], ...security.configs.recommended, languageOptions: { ecmaVersion: "latest", sourceType: "module" } },
  // Tools run on the developer's machine with the developer's own arguments.
  { files: ["tools/**"], rules: { "security/detect-non-literal-fs-filename": "off", "security/detect-child-process": "off" } },
];
