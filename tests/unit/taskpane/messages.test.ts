import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGES } from '../../../src/taskpane/messages';

const SRC = join(__dirname, '..', '..', '..', 'src');

function sourceOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourceOf(path);
      return entry.name === 'messages.ts' ? '' : readFileSync(path, 'utf8');
    })
    .join('\n');
}

describe('the messages of the pane', () => {
  const source = sourceOf(join(SRC, 'taskpane')) + sourceOf(join(SRC, 'standalone'));
  it.each(Object.entries(MESSAGES))('%s is used and has the same places to fill in both languages', (id, text) => {
    expect(source).toContain(`MESSAGES.${id}`);
    const places = (words: string): string[] => (words.match(/\{\w+\}/g) ?? []).sort();
    expect(places(text.en)).toEqual(places(text.zh));
    expect(text.zh).not.toBe('');
  });
});
