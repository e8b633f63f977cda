import { parseArgs } from 'node:util';
import { benchJob } from './job.bench';
import { benchPlan } from './plan.bench';
import { benchFewClients } from './few-clients.bench';
import { benchRefresh } from './refresh.bench';
import { benchRoad, isPhase } from './road.bench';
import { writeSalesFile } from './sales-file';
import { benchStart } from './start.bench';
import { benchThreshold } from './threshold.bench';

/** One section in a process of its own: started by main.ts, packed, with --expose-gc. */
const { values } = parseArgs({
  options: {
    section: { type: 'string' },
    rows: { type: 'string' },
    clients: { type: 'string' },
    file: { type: 'string' },
    rounds: { type: 'string' },
    folder: { type: 'string' },
  },
});

async function runSection(): Promise<void> {
  const { section, file } = values;
  const rows = Number(values.rows);
  const clients = Number(values.clients);
  if (section === 'job')
    return benchJob(rows, clients, values.rounds === undefined ? undefined : Number(values.rounds));
  if (section === 'plan') return benchPlan();
  if (section === 'threshold') return benchThreshold(rows, clients);
  if (section === 'refresh') return benchRefresh(file!);
  if (section === 'few') return benchFewClients(file!);
  if (section === 'start') return benchStart(values.folder!);
  if (section === 'file') return writeSalesFile(file!, rows, clients);
  if (section !== undefined && isPhase(section)) return benchRoad(file!, section, rows);
  throw new RangeError(`no section ${section ?? ''}`);
}

void runSection();
