/** The name of a slicer of ours, for every host. */
export const slicerName = (id: string): string => `Kelan_${id}`;

/** An id is letters and `_`, so a number behind it is not its own. */
const OWN_SLICER = /^Kelan_([A-Za-z]+(?:_[A-Za-z]+)*)(?:_\d+)?$/;

/**
 * The id of a slicer that we made, `undefined` for one of hers. `_2` stands behind ours where another slicer had the
 * name; a copy that she made gets a blank and a number from Excel, and is hers.
 */
export const ownSlicerId = (name: string): string | undefined => OWN_SLICER.exec(name)?.[1];
