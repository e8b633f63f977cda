export const EXIT = { done: 0, nothing: 1, usage: 2, cannotRead: 3, cannotWrite: 4, failed: 5 } as const;
