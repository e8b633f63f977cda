import { openXlsxFile } from './open-xlsx-file';
import { runReport } from './run-report';

void runReport(process.argv.slice(2), { out: process.stdout, err: process.stderr }, openXlsxFile).then((code) => {
  process.exitCode = code;
});
