import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Answer, Ask } from './test-file-server';

/** A process that holds one test file with the modules that it uses: reading them anew for each fault would take longer than most tests. */
export class TestFileProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly root: string) {}

  /** Nothing where the tests do not end in time, or end the process: somebody would notice that too. */
  ask(ask: Ask, timeout: number): Promise<Answer | undefined> {
    const server = join(this.root, 'tests', 'mutation', 'test-file-server.js');
    this.child ??= fork(server, { cwd: this.root, stdio: 'ignore', execArgv: [] });
    const { child } = this;
    return new Promise((resolve) => {
      const end = (answer: Answer | undefined): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (!answer) this.stop();
        resolve(answer);
      };
      const timer = setTimeout(() => end(undefined), timeout);
      child.on('message', (answer) => end(answer as Answer));
      child.on('exit', () => end(undefined));
      child.send(ask);
    });
  }

  stop(): void {
    this.child?.removeAllListeners();
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}
