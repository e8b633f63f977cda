/** The two dialects of the format: transitional, which nearly every file speaks, and strict. */
export const MAIN_TRANSITIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const MAIN_STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
export const MAIN_NAMESPACES: readonly string[] = [MAIN_TRANSITIONAL, MAIN_STRICT];

/** Of attributes such as `r:id`. */
export const RELATIONSHIP_NAMESPACES: readonly string[] = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];
