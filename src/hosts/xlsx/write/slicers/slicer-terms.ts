/** What the format calls the parts of table slicers (MS-XLSX 2.3.3 and 2.3.8, since Excel 2013). */
export const SLICERS_RELATIONSHIP = 'http://schemas.microsoft.com/office/2007/relationships/slicer';
export const SLICER_CACHE_RELATIONSHIP = 'http://schemas.microsoft.com/office/2007/relationships/slicerCache';

export const SLICERS_TYPE = 'application/vnd.ms-excel.slicer+xml';
export const SLICER_CACHE_TYPE = 'application/vnd.ms-excel.slicerCache+xml';

/** Extensions: of a sheet the list of its table slicers, of the workbook their caches, of a cache the table it filters. */
export const TABLE_SLICERS_EXTENSION = '{3A4CF648-6AED-40F4-86FF-DC5316D8AED3}';
export const TABLE_SLICER_CACHES_EXTENSION = '{46BE6895-7355-4A93-B00E-2C351335B9C9}';
export const TABLE_SLICER_CACHE_EXTENSION = '{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}';
