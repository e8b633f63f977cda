/** What Excel answers instead of doing what it was asked: code, words, and the member that it was about. */
export class ExcelRefusal extends Error {
  constructor(
    readonly code: string,
    message?: string,
    public location?: string,
  ) {
    super(message ?? MESSAGES[code] ?? code);
    this.name = 'ExcelRefusal';
  }
}

/** The words of the documentation. */
const MESSAGES: Readonly<Record<string, string>> = {
  ItemNotFound: "The requested resource doesn't exist.",
  ItemAlreadyExists: 'The resource being created already exists.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidReference: 'This reference is not valid for the current operation.',
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  GeneralException: 'There was an internal error while processing the request.',
  UndoNotSupported: 'The operation cannot be undone.',
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
};

export function refuse(code: string, message?: string, location?: string): never {
  throw new ExcelRefusal(code, message, location);
}

/** The stand-in has no model of something: loud, so that no test passes over it. */
export function refuseUnmodelled(type: string, member: string): never {
  throw new ExcelRefusal('NotImplemented', `the stand-in does not model ${type}.${member}`, `${type}.${member}`);
}
