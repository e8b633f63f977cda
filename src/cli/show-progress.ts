import { SingleBar } from 'cli-progress';
import type { Lang } from '../i18n/lang';
import type { Text } from '../i18n/text';
import type { JobControl, JobProgress, JobStep } from '../workbook/job-control';

const STEPS: Readonly<Record<JobStep, Text>> = {
  open: { zh: '打开', en: 'Open' },
  inspect: { zh: '识别', en: 'Recognise' },
  read: { zh: '读取', en: 'Read' },
  analyse: { zh: '分析', en: 'Analyse' },
  layOut: { zh: '排版', en: 'Lay out' },
  write: { zh: '写入', en: 'Write' },
  save: { zh: '保存', en: 'Save' },
};

/** Progress on a terminal as a bar; elsewhere one plain line a step and sheet. */
export interface ProgressDisplay {
  readonly control: JobControl;
  stop(): void;
}

export function showProgress(stream: NodeJS.WriteStream, lang: Lang): ProgressDisplay {
  const words = ({ step, sheet }: JobProgress): string => STEPS[step][lang] + (sheet === undefined ? '' : ` ${sheet}`);
  if (!stream.isTTY) {
    let last = '';
    return {
      control: {
        report(progress) {
          const line = words(progress);
          if (line !== last) stream.write(`${line}\n`);
          last = line;
        },
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage}% {words}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
  });
  let isOpen = false;
  return {
    control: {
      report(progress) {
        if (!isOpen) bar.start(progress.total, 0, { words: '' });
        isOpen = true;
        bar.setTotal(Math.max(1, progress.total));
        bar.update(progress.done, { words: words(progress) });
      },
    },
    stop() {
      if (isOpen) bar.stop();
    },
  };
}
