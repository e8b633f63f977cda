import { whenOfficeIsReady } from '../../../../src/hosts/office/office-shell';

const world = globalThis as Record<string, unknown>;

describe('the shell in Excel', () => {
  const createWorkbook = jest.fn<Promise<void>, [string]>();
  beforeEach(() => {
    createWorkbook.mockReset().mockResolvedValue();
    world['Office'] = {
      onReady: () => Promise.resolve({ host: 'Excel' }),
      HostType: { Excel: 'Excel' },
      context: { displayLanguage: 'zh-CN' },
    };
    world['Excel'] = { createWorkbook };
  });
  afterEach(() => {
    delete world['Office'];
    delete world['Excel'];
  });

  it('opens a file as a new workbook, byte for byte, however long it is', async () => {
    const shell = await whenOfficeIsReady();
    const file = Uint8Array.from({ length: 100_003 }, (_, at) => (at * 31) % 256);
    await shell.openCopy(file);
    expect(createWorkbook).toHaveBeenCalledTimes(1);
    expect(Uint8Array.from(Buffer.from(createWorkbook.mock.calls[0]![0], 'base64'))).toEqual(file);
  });

  it('says so where Excel will not', async () => {
    createWorkbook.mockRejectedValue(new Error('blocked'));
    const shell = await whenOfficeIsReady();
    await expect(shell.openCopy(new Uint8Array(3))).rejects.toMatchObject({ code: 'host-refused' });
  });
});

describe('what the add-in leaves in a workbook', () => {
  const stored = new Map<string, unknown>();
  const saved = jest.fn<void, []>();
  let outcome: object;
  beforeEach(() => {
    stored.clear();
    saved.mockReset();
    outcome = { status: 'succeeded' };
    world['Office'] = {
      onReady: () => Promise.resolve({ host: 'Excel' }),
      HostType: { Excel: 'Excel' },
      AsyncResultStatus: { Succeeded: 'succeeded' },
      context: {
        displayLanguage: 'zh-CN',
        document: {
          settings: {
            get: (name: string) => stored.get(name) ?? null,
            set: (name: string, value: unknown) => void stored.set(name, value),
            remove: (name: string) => void stored.delete(name),
            saveAsync: (done: (result: object) => void) => {
              saved();
              done(outcome);
            },
          },
        },
      },
    };
  });
  afterEach(() => {
    delete world['Office'];
  });

  it('is taken out: no prompt, no pane that opens by itself; other settings stay', async () => {
    stored.set('Office.AutoShowTaskpaneWithDocument', true).set('someone-else', 7);
    const shell = await whenOfficeIsReady();
    await expect(shell.removeTraces()).resolves.toEqual({ wasAutoOpen: true });
    expect([...stored]).toEqual([
      ['someone-else', 7],
      ['Office.DisableTrustUX', true],
    ]);
    expect(saved).toHaveBeenCalledTimes(1);
    await expect(shell.removeTraces()).resolves.toEqual({ wasAutoOpen: false });
  });

  it('says so where Excel does not save it', async () => {
    outcome = { status: 'failed', error: { message: 'read-only' } };
    const shell = await whenOfficeIsReady();
    await expect(shell.removeTraces()).rejects.toMatchObject({ code: 'host-refused' });
  });
});

describe('a page whose Office.js does not come', () => {
  const page = (readyState: string): Record<string, () => void> => {
    const heard: Record<string, () => void> = {};
    world['document'] = {
      readyState,
      getElementById: () => ({ addEventListener: (kind: string, listen: () => void) => (heard[kind] = listen) }),
    };
    world['window'] = { addEventListener: (kind: string, listen: () => void) => (heard[`page ${kind}`] = listen) };
    return heard;
  };
  afterEach(() => {
    delete world['document'];
    delete world['window'];
    delete world['Office'];
  });

  it('says so at once where the script had failed before anybody listened', async () => {
    page('complete');
    await expect(whenOfficeIsReady()).rejects.toMatchObject({ code: 'connection-lost' });
  });

  it('says so when the page is complete without it', async () => {
    const heard = page('interactive');
    const ready = whenOfficeIsReady();
    heard['page load']!();
    await expect(ready).rejects.toMatchObject({ code: 'connection-lost' });
  });

  it('goes on as soon as the script is there', async () => {
    const heard = page('interactive');
    const ready = whenOfficeIsReady();
    world['Office'] = {
      onReady: () => Promise.resolve({ host: 'Excel' }),
      HostType: { Excel: 'Excel' },
      context: { displayLanguage: 'en-US' },
    };
    heard['load']!();
    expect((await ready).displayLanguage).toBe('en-US');
  });
});
