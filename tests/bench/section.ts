import { parseArgs } from 'node:util';
import { benchJob } from './job.bench';
import { benchPlan } from './plan.bench';
import { benchRoad, isPhase } from './road.bench';
import { writeSalesFile } from './sales-file';

/** One section in a process of its own: started by main.ts, packed, with --expose-gc. */
const { values } = parseArgs({
  options: {
    section: { type: 'string' },
    rows: { type: 'string' },
    clients: { type: 'string' },
    file: { type: 'string' },
  },
});

async function runSection(): Promise<void> {
  const { section, file } = values;
  const rows = Number(values.rows);
  const clients = Number(values.clients);
  if (section === 'job') return benchJob(rows, clients);
  if (section === 'plan') return benchPlan();
  if (section === 'file') return writeSalesFile(file!, rows, clients);
  if (section !== undefined && isPhase(section)) return benchRoad(file!, section);
  throw new RangeError(`no section ${section ?? ''}`);
}

void runSection();
