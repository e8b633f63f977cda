import { saveBlob, suggestName } from '../../../src/standalone/save-blob';

/** What a place on the disk holds, as the browser keeps it: written beside, put in its place on `close`. */
class Disk {
  content = 'old';
  private beside = '';
  aborted = 0;

  constructor(private readonly fails: 'never' | 'open' | 'write' | 'close' = 'never') {}

  readonly name = '销售.kelan.xlsx';

  createWritable = async (): Promise<unknown> => {
    if (this.fails === 'open') throw new DOMException('no permission', 'NotAllowedError');
    return {
      write: async (blob: Blob) => {
        this.beside = (await blob.text()).slice(0, this.fails === 'write' ? 2 : undefined);
        if (this.fails === 'write') throw new DOMException('disk full', 'QuotaExceededError');
      },
      close: () => {
        if (this.fails === 'close') return Promise.reject(new DOMException('gone', 'NotFoundError'));
        this.content = this.beside;
        return Promise.resolve();
      },
      abort: () => {
        this.aborted++;
        return Promise.reject(new TypeError('the stream is closed'));
      },
    };
  };
}

function withPicker(pick: () => Promise<unknown>): jest.Mock {
  const picker = jest.fn(pick);
  (globalThis as { window?: unknown }).window = { showSaveFilePicker: picker };
  return picker;
}

afterEach(() => {
  delete (globalThis as { window?: unknown }).window;
});

const make = (): Promise<Blob> => Promise.resolve(new Blob(['a new workbook']));

describe('saving where the person says', () => {
  it('offers another name than the file that was opened, of the same kind', async () => {
    const disk = new Disk();
    const picker = withPicker(() => Promise.resolve(disk));
    expect(await saveBlob(suggestName('销售.xlsm'), make)).toBe('销售.kelan.xlsx');
    expect(picker.mock.calls[0]![0]).toMatchObject({
      suggestedName: '销售.kelan.xlsm',
      types: [{ accept: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsm'] } }],
    });
    expect(disk.content).toBe('a new workbook');
    expect(suggestName('销售.kelan.xlsx')).toBe('销售.kelan.xlsx');
    expect(suggestName('导出.2025.csv')).toBe('导出.2025.kelan.xlsx');
  });

  it('makes nothing and writes nothing where she changes her mind', async () => {
    withPicker(() => Promise.reject(new DOMException('closed', 'AbortError')));
    const maker = jest.fn(make);
    expect(await saveBlob('a.xlsx', maker)).toBeUndefined();
    expect(maker).not.toHaveBeenCalled();
  });

  it.each(['open', 'write', 'close'] as const)('leaves the old file whole where it fails to %s', async (fails) => {
    const disk = new Disk(fails);
    withPicker(() => Promise.resolve(disk));
    await expect(saveBlob('a.xlsx', make)).rejects.toMatchObject({ name: 'HostError', code: 'cannot-write' });
    expect(disk.content).toBe('old');
    expect(disk.aborted).toBe(fails === 'open' ? 0 : 1);
  });

  it('writes nothing where the workbook cannot be made, and tells why', async () => {
    const disk = new Disk();
    withPicker(() => Promise.resolve(disk));
    await expect(saveBlob('a.xlsx', () => Promise.reject(new Error('not made')))).rejects.toThrow('not made');
    expect(disk.content).toBe('old');
  });
});
