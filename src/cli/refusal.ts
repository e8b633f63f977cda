import type { Text } from '../i18n/text';
import { EXIT } from './exit-codes';

/** What was asked for cannot be done as it was asked; said in one or two sentences, with the exit code that it ends in. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly text: Text,
    readonly code: number = EXIT.usage,
  ) {
    super(text.en);
  }
}
