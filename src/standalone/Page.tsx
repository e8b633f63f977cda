import React from 'react';
import type { Desk } from '../app/desk';
import type { WorkbookFile } from '../app/workbook-file';

export function Page(_props: { readonly desk: Desk; readonly file: WorkbookFile }): React.ReactElement {
  return <main className="cold" />;
}
