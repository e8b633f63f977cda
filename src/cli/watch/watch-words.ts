/** What `kelan watch` says. */
export const WATCH_WORDS = {
  needsFolder: {
    zh: '请写明要看守的文件夹：kelan watch 文件夹。',
    en: 'Name the folder to watch: kelan watch FOLDER.',
  },
  noFolder: { zh: '没有“{folder}”这个文件夹。', en: 'There is no folder “{folder}”.' },
  watching: {
    zh: '正在看守 {folder}：有改动的工作簿会自动刷新；按 Ctrl+C 停止。',
    en: 'Watching {folder}: workbooks that change are refreshed; Ctrl+C ends it.',
  },
  ended: { zh: '已停止看守。', en: 'No longer watching.' },
  isOpen: { zh: '有人打开着，关闭后再刷新', en: 'somebody has it open; refreshed once it is closed' },
  isSettling: { zh: '正在保存或同步，稍后再刷新', en: 'being saved or synchronised; refreshed a little later' },
  refreshed: { zh: '已刷新 → {output}', en: 'refreshed → {output}' },
  notRefreshed: { zh: '没有刷新：{why}', en: 'not refreshed: {why}' },
  noLog: {
    zh: '日志 {file} 写不进去：{why}。没有刷新任何工作簿。',
    en: 'The log {file} cannot be written: {why}. No workbook was refreshed.',
  },
  noState: {
    zh: '{file} 写不进去：{why}。下次会把这些工作簿再刷新一遍。',
    en: '{file} cannot be written: {why}. These workbooks will be refreshed once more next time.',
  },
} as const;
