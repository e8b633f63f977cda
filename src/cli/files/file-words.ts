import type { Text } from '../../i18n/text';

/** What is said of files that cannot be written, or must not be. */
export const FILE_WORDS = {
  isInput: {
    zh: '{option} 就是要读的文件 {file}：不会覆盖它，请换一个名字（要写入原文件请用 --in-place，会留备份）。',
    en: '{option} is the file that is read, {file}: it is not written over. Choose another name (or --in-place, which keeps a backup).',
  },
  isOther: {
    zh: '{option} 和 {other} 是同一个文件 {file}：请换一个名字。',
    en: '{option} and {other} are the same file, {file}: choose another name.',
  },
  isThere: {
    zh: '{file} 已经有了，而且不是本程序原样写下的：里面可能有您的内容，没有覆盖。请换一个名字，或加 --force 覆盖。',
    en: '{file} is there already and is not as this program wrote it: it may hold what you typed, and was not written over. Choose another name, or --force.',
  },
  isThereResult: {
    zh: '{file} 已经有了，而且不是本程序原样写下的：里面可能有您填写的内容，没有覆盖。要刷新它本身，请对它用 --in-place（会留备份）；也可换一个名字（-o），或加 --force 覆盖。',
    en: '{file} is there already and is not as this program wrote it: it may hold what you typed, and was not written over. To refresh it, run --in-place on it (a backup is kept); or choose another name (-o), or --force.',
  },
  isFolder: { zh: '{file} 是文件夹，不是文件。', en: '{file} is a folder, not a file.' },
  noFolder: {
    zh: '没有文件夹 {folder}，结果写不进去：请先建好它，或换一个位置。',
    en: 'There is no folder {folder} to write into: make it first, or choose another place.',
  },
  noInputFolder: {
    zh: '没有文件夹 {folder}，所以读不到 {file}：请检查路径。',
    en: 'There is no folder {folder}, so {file} cannot be read: check the path.',
  },
  otherKind: {
    zh: '{file}：这个工作簿{macros}，结果的文件名要以 {extension} 结尾，否则 Excel 打不开。',
    en: '{file}: this workbook {macros}, so the name of the result must end in {extension}, or Excel will not open it.',
  },
  inPlaceForeign: {
    zh: '{file} 是{format}，不能就地写入：去掉 --in-place，报表会写到旁边的一个新 .xlsx 里。',
    en: '{file} is {format} and cannot be written into: without --in-place the reports go into a new .xlsx beside it.',
  },
  hasMacros: { zh: '含有宏', en: 'holds macros' },
  hasNoMacros: { zh: '没有宏', en: 'holds no macros' },
  isBusy: {
    zh: '另一次运行（进程 {pid}，{host}，{since} 开始）正在写 {file}；没有任何改动。请等它结束再试；若它早已不在，请删除 {lock}。',
    en: 'Another run (process {pid} on {host}, since {since}) is writing {file}; nothing was changed. Wait for it and try again; if it is long gone, delete {lock}.',
  },
  isOpen: {
    zh: '{file} 正在 Excel、WPS 或 LibreOffice 中打开；没有任何改动。请先保存并关闭它再运行；若它并没有打开，请删除 {lock}，或加 --force。',
    en: '{file} is open in Excel, WPS or LibreOffice; nothing was changed. Save and close it, and run again; if it is not open, delete {lock}, or use --force.',
  },
  savedMeanwhile: {
    zh: '运行期间 {file} 被别的程序保存过（例如 Excel 或网盘）：没有覆盖它。本次结果另存为 {kept}；请核对后再运行一次。',
    en: '{file} was saved by another program during the run (Excel, or a sync client): it was not written over. This result was put into {kept}; look at both, and run again.',
  },
  partly: {
    zh: '已写好 {done}；{place} 没有写成（{why}），它还是原来的样子。',
    en: '{done} was written; {place} could not be ({why}) and is as it was.',
  },
} as const satisfies Readonly<Record<string, Text>>;
