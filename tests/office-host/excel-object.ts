/** Anything that a path can lead to. Members carry the names that travel: PascalCase. */
export abstract class ExcelObject {
  /** The class as Office.js knows it. */
  abstract readonly type: string;
  /** Deleted: every later use is refused with ItemNotFound. */
  isGone = false;
  /** Given when Office.js keeps the object beyond a message. */
  referenceId: string | undefined;

  member(name: string): unknown {
    return (this as unknown as Record<string, unknown>)[name];
  }

  has(name: string): boolean {
    return name in this;
  }
}

/** What `…OrNullObject` gives where there is nothing. */
export const NULL_OBJECT = Object.freeze({ isNullObject: true });
export type NullObject = typeof NULL_OBJECT;
