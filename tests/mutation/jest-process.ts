import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { AskedRun } from './jest-server';

/** A process grows with every run; after so many it is started anew. */
const RUNS_A_PROCESS = 10;

export class JestProcess {
  private child: ChildProcess | undefined;
  private runs = 0;

  /** Whether the tests pass; undefined where they do not end, which somebody would notice too. */
  passes(asked: AskedRun, timeout: number): Promise<boolean | undefined> {
    if (this.runs >= RUNS_A_PROCESS) this.stop();
    this.child ??= fork(join(__dirname, 'jest-server.ts'), { cwd: asked.root, stdio: 'ignore' });
    this.runs++;
    const { child } = this;
    return new Promise((resolve) => {
      const end = (passes: boolean | undefined): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (passes === undefined) this.stop();
        resolve(passes);
      };
      const timer = setTimeout(() => end(undefined), timeout);
      child.on('message', (passes) => end(passes === true));
      child.on('exit', () => {
        this.child = undefined;
        this.runs = 0;
        end(false);
      });
      child.send(asked);
    });
  }

  stop(): void {
    this.child?.removeAllListeners();
    this.child?.kill('SIGKILL');
    this.child = undefined;
    this.runs = 0;
  }
}
