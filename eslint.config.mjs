import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

// The plugin's own presets skip .tsx: its rules are wired by hand.
const officeRules = Object.fromEntries(
  Object.keys(officeAddins.rules ?? {})
    .filter((rule) => rule !== 'no-office-initialize' && rule !== 'test-for-null-using-isNullObject')
    .map((rule) => [`office-addins/${rule}`, 'error']),
);

const PURE = ['src/core/**', 'src/ingest/**', 'src/reports/**', 'src/workbook/**', 'src/i18n/**'];

export default tseslint.config(
  { ignores: ['dist', 'build', 'node_modules', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'office-addins': officeAddins },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/hosts/office/**/*.{ts,tsx}', 'src/taskpane/**/*.{ts,tsx}', 'src/commands/**/*.{ts,tsx}'],
    rules: officeRules,
  },
  {
    files: PURE.map((folder) => `${folder}/*.ts`),
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Today enters once, as asOf; days are core/model/day.' },
        { name: 'console', message: 'Pure code returns values; faces print.' },
        { name: 'process', message: 'Pure code knows no machine.' },
        { name: 'window', message: 'Pure code knows no screen.' },
        { name: 'document', message: 'Pure code knows no screen.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Same input, same sheets.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        exports: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        __filename: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
