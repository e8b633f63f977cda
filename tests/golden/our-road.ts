import { analyse } from '../../src/core/analyse';
import { dayOf } from '../../src/core/model/day';
import type { PeriodChoice } from '../../src/core/model/period';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { openFileSource } from '../../src/hosts/xlsx/node/file-source';
import { nodeZipEngine } from '../../src/hosts/xlsx/node/node-zip-engine';
import { openXlsxHost } from '../../src/hosts/xlsx/xlsx-host';
import { inspectWorkbook } from '../../src/ingest/recognise/inspect';
import { readDataset } from '../../src/ingest/read/read-dataset';
import type { OurResult } from './golden-case';

/** Later than every workbook's last day, so that as-of is that last day. */
const TODAY = dayOf(2026, 9, 30);

/** Our whole road from the file to the analysis, over the whole period unless another is named, with nothing told by hand. */
export async function analyseWorkbook(path: string, period: PeriodChoice = { kind: 'all' }): Promise<OurResult> {
  const source = await openFileSource(path);
  try {
    const host = await openXlsxHost(source, nodeZipEngine);
    const inspection = await inspectWorkbook(host, undefined);
    if (!inspection.canAnalyse) throw new Error(`not recognised: ${JSON.stringify(inspection.missing)}`);
    const dataset = await readDataset(host, inspection);
    const analysis = analyse(dataset, { today: TODAY, period, settings: DEFAULT_SETTINGS });
    return { dataset, analysis };
  } finally {
    await source.close();
  }
}
