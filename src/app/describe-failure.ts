import { SumsDoNotFit } from '../core/facts/line-groups';
import { fill, verbatim, type Text } from '../i18n/text';
import { HostError, type HostErrorCode } from '../workbook/host-error';

/** A failure in words: what happened, what is safe, what to do. `details` is for whoever helps. */
export interface FailureInWords {
  readonly what: Text;
  readonly safe: Text;
  readonly todo: Text;
  readonly details: string;
}

const UNTOUCHED: Text = { zh: '您的工作簿没有任何改动。', en: 'Nothing in your workbook was changed.' };
const FILE_UNTOUCHED: Text = { zh: '原文件没有任何改动。', en: 'The original file was not changed.' };
const NOTHING_WRITTEN: Text = {
  zh: '没有写出任何文件，数据库也没有改动。',
  en: 'No file was written, and nothing in the database was changed.',
};
const WHOLE_SHEETS: Text = {
  zh: '您自己的工作表没有改动；每张报表要么是旧的、要么是新的，未写完的会标明，下次刷新自动补齐。',
  en: 'Your own sheets are untouched; each report sheet is either the old one or the new one, an unfinished one is marked, and the next refresh completes it.',
};

/** Where several files are opened together: of which of them the sentence speaks. */
const IN_FILE: Text = { zh: '“{file}”：{said}', en: '“{file}”: {said}' };

type Sentences = Pick<FailureInWords, 'what' | 'safe' | 'todo'>;

const FAILURES: Readonly<Record<HostErrorCode, Sentences>> = {
  'not-a-workbook': {
    what: {
      zh: '这个文件不是 Excel 工作簿，也不是读得出的表格（.xlsx、.xlsm、.xls、.xlsb、.ods、.et、.csv、.txt）。',
      en: 'This file is neither an Excel workbook nor a table that can be read (.xlsx, .xlsm, .xls, .xlsb, .ods, .et, .csv, .txt).',
    },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿 (*.xlsx)”，再试一次。',
      en: 'Open it in Excel or WPS, save it as “Excel Workbook (*.xlsx)”, and try again.',
    },
  },
  'old-format': {
    what: {
      zh: '这个文件是别的格式（如 .xls、.xlsb、.ods），里面的内容没能读出来。',
      en: 'This file has another format (such as .xls, .xlsb or .ods), and what is in it could not be read.',
    },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请在 Excel 或 WPS 中打开它，另存为 .xlsx（有宏则 .xlsm），再试一次。',
      en: 'Open it in Excel or WPS, save it as .xlsx (or .xlsm with macros), and try again.',
    },
  },
  encrypted: {
    what: {
      zh: '这个工作簿设了打开密码，读不出内容。',
      en: 'This workbook has a password to open and cannot be read.',
    },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请打开它，在“文件 › 信息 › 保护工作簿”中去掉密码后另存一份，再试一次。',
      en: 'Open it, remove the password under File › Info › Protect Workbook, save a copy, and try again.',
    },
  },
  damaged: {
    what: { zh: '这个文件不完整或已损坏。', en: 'This file is incomplete or damaged.' },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请重新下载或复制一份；若 Excel 能打开它，让 Excel 修复并另存后再试。',
      en: 'Download or copy it again; if Excel can open it, let Excel repair it, save it, and try again.',
    },
  },
  'too-large': {
    what: { zh: '这个文件超过了能处理的大小。', en: 'This file is larger than can be processed.' },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请把多年的明细分成几个工作簿，或删去不用的工作表后再试。',
      en: 'Split the years over several workbooks, or remove sheets that are not needed, and try again.',
    },
  },
  hostile: {
    what: {
      zh: '这个文件的内部结构不正常（例如压缩炸弹），为安全起见不打开它。',
      en: 'The inside of this file is not what a workbook looks like (a zip bomb, for instance); it is not opened, to be safe.',
    },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请确认文件来源；若确是您的工作簿，用 Excel 另存一份后再试。',
      en: 'Make sure where it comes from; if it really is your workbook, save a copy from Excel and try again.',
    },
  },
  unsupported: {
    what: {
      zh: '这个工作簿含有写入后会失效的内容，因此没有写入。',
      en: 'This workbook holds something that writing would break, so nothing was written.',
    },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '详情见下；去掉该内容（例如数字签名）后另存一份再试。',
      en: 'See the details; save a copy without it (a digital signature, for instance) and try again.',
    },
  },
  'cannot-read': {
    what: { zh: '文件读不出来。', en: 'The file cannot be read.' },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请检查文件名和路径，以及是否有读取权限。',
      en: 'Check its name and folder, and that you may read it.',
    },
  },
  'cannot-write': {
    what: { zh: '结果写不进去。', en: 'The result cannot be written.' },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请关闭正打开它的程序，检查写入权限和磁盘空间，或换一个输出位置。',
      en: 'Close programs that have it open, check permissions and disk space, or choose another place.',
    },
  },
  'other-date-system': {
    what: {
      zh: '“{sheet}”的日期从另一天算起（1904 日期系统），不能和第一个工作簿合在一起读。',
      en: 'The days of “{sheet}” count from another first day (1904 date system): it cannot be read together with the first workbook.',
    },
    safe: FILE_UNTOUCHED,
    todo: {
      zh: '请在 Excel 中打开它，在“文件 › 选项 › 高级”里取消“使用 1904 日期系统”，核对日期后另存，再试一次。',
      en: 'Open it in Excel, clear “Use 1904 date system” under File › Options › Advanced, check its days, save it, and try again.',
    },
  },
  'source-refused': {
    what: {
      zh: '数据库没有让我们登录：用户名、密码或权限不对。',
      en: 'The database did not let us in: user, password or rights are wrong.',
    },
    safe: NOTHING_WRITTEN,
    todo: {
      zh: '请检查环境变量（PGUSER、PGPASSWORD、MYSQL_PWD）或密码文件（.pgpass、.my.cnf），再试一次；密码不要写在命令行里。',
      en: 'Check the environment (PGUSER, PGPASSWORD, MYSQL_PWD) or the password file (.pgpass, .my.cnf) and try again; no password belongs on the command line.',
    },
  },
  'source-lost': {
    what: {
      zh: '与数据库的连接中断，数据没有读完。',
      en: 'The connection to the database broke off before all was read.',
    },
    safe: NOTHING_WRITTEN,
    todo: {
      zh: '请检查地址、网络和数据库是否在运行，再试一次。',
      en: 'Check the address, the network and that the database runs, and try again.',
    },
  },
  'source-statement': {
    what: { zh: '数据库看不懂这条查询。', en: 'The database does not understand the query.' },
    safe: NOTHING_WRITTEN,
    todo: {
      zh: '详情见下；请改正表名、列名或文件名，再试一次。',
      en: 'See the details; put names of tables, columns or files right, and try again.',
    },
  },
  'source-writes': {
    what: {
      zh: '--source 只接受一条只读的 SELECT 查询；这一条会写入，或不止一条。',
      en: '--source takes exactly one SELECT that only reads; this one writes, or there are several.',
    },
    safe: {
      zh: '查询没有执行，数据库和文件都没有任何改动。',
      en: 'It was not carried out: nothing in the database or in any file was changed.',
    },
    todo: { zh: '请改写成一条 SELECT，再试一次。', en: 'Write it as one SELECT, and try again.' },
  },
  'source-value': {
    what: {
      zh: '查询结果的“{sheet}”列有读不出来的值。',
      en: 'The column “{sheet}” of what the query gives holds a value that cannot be read.',
    },
    safe: NOTHING_WRITTEN,
    todo: {
      zh: '详情见下；请在查询里把这一列转换成文本、数字或日期（CAST），再试一次。',
      en: 'See the details; turn the column into text, numbers or days in the query (CAST), and try again.',
    },
  },
  'source-slow': {
    what: { zh: '查询超过了时限，已停止。', en: 'The query took longer than allowed and was stopped.' },
    safe: NOTHING_WRITTEN,
    todo: {
      zh: '请缩小查询范围，或用 --source-timeout 给更多秒数。',
      en: 'Ask for less, or give it more seconds by --source-timeout.',
    },
  },
  'source-missing': {
    what: { zh: '读这种数据源所需的组件不在。', en: 'What reads this kind of source is not there.' },
    safe: NOTHING_WRITTEN,
    todo: {
      zh: '详情见下；请安装所说的组件，或把数据导出为 CSV 或 Parquet 再读。',
      en: 'See the details; install what they name, or export the data as CSV or Parquet and read that.',
    },
  },
  'protected-structure': {
    what: {
      zh: '工作簿结构受保护，不能添加报表工作表。',
      en: 'The structure of the workbook is protected: report sheets cannot be added.',
    },
    safe: UNTOUCHED,
    todo: {
      zh: '请在“审阅 › 保护工作簿”中取消结构保护，再刷新。',
      en: 'Unprotect it under Review › Protect Workbook, and refresh again.',
    },
  },
  'protected-sheet': {
    what: {
      zh: '报表工作表“{sheet}”受保护，不能更新。',
      en: 'The report sheet “{sheet}” is protected and cannot be updated.',
    },
    safe: UNTOUCHED,
    todo: {
      zh: '请在“审阅 › 撤消工作表保护”后再刷新。',
      en: 'Unprotect it under Review › Unprotect Sheet, and refresh again.',
    },
  },
  'read-only': {
    what: { zh: '工作簿是只读打开的。', en: 'The workbook is open read-only.' },
    safe: UNTOUCHED,
    todo: {
      zh: '请点“启用编辑”，或另存一份后再刷新。',
      en: 'Choose Enable Editing, or save a copy, and refresh again.',
    },
  },
  'cell-editing': {
    what: { zh: '有一个单元格正在编辑中。', en: 'A cell is being edited.' },
    safe: WHOLE_SHEETS,
    todo: { zh: '请按 Enter 或 Esc 结束编辑，再刷新。', en: 'Press Enter or Esc to finish it, and refresh again.' },
  },
  'request-too-large': {
    what: { zh: 'Excel 拒绝了一次过大的写入。', en: 'Excel refused a write that was too large.' },
    safe: WHOLE_SHEETS,
    todo: {
      zh: '请少选几张报表再刷新；若仍出现，请复制详情反馈。',
      en: 'Choose fewer reports and refresh; if it stays, copy the details and report it.',
    },
  },
  'answer-too-large': {
    what: { zh: 'Excel 拒绝了一次过大的读取。', en: 'Excel refused a read that was too large.' },
    safe: UNTOUCHED,
    todo: {
      zh: '请缩短分析期间或拆分数据表；若仍出现，请复制详情反馈。',
      en: 'Shorten the period or split the sheet; if it stays, copy the details and report it.',
    },
  },
  'no-answer': {
    what: { zh: 'Excel 没有返回单元格内容。', en: 'Excel gave no contents for some cells.' },
    safe: UNTOUCHED,
    todo: { zh: '请保存工作簿、重开后再刷新。', en: 'Save the workbook, open it again, and refresh.' },
  },
  'sheet-vanished': {
    what: { zh: '刷新期间有工作表被删除。', en: 'A sheet was deleted during the refresh.' },
    safe: WHOLE_SHEETS,
    todo: { zh: '请再刷新一次。', en: 'Refresh once more.' },
  },
  'changed-meanwhile': {
    what: {
      zh: '刷新期间数据被改动，或已有一次刷新在进行。',
      en: 'The data changed during the refresh, or another refresh is running.',
    },
    safe: WHOLE_SHEETS,
    todo: { zh: '请等待片刻，再刷新一次。', en: 'Wait a moment, and refresh once more.' },
  },
  'connection-lost': {
    what: { zh: '与 Excel 的连接中断。', en: 'The connection to Excel was lost.' },
    safe: WHOLE_SHEETS,
    todo: {
      zh: '请检查网络（网页版），重新打开任务窗格后再刷新。',
      en: 'Check the network (Excel on the web), open the pane again, and refresh.',
    },
  },
  'not-supported': {
    what: { zh: '这个版本的 Excel 缺少所需的功能。', en: 'This version of Excel lacks what is needed.' },
    safe: UNTOUCHED,
    todo: {
      zh: '需要 Excel 2021、Microsoft 365 或网页版；也可用不需要 Excel 的网页。',
      en: 'Excel 2021, Microsoft 365 or Excel on the web is needed; the page without Excel works too.',
    },
  },
  'host-refused': {
    what: { zh: 'Excel 拒绝了一步操作。', en: 'Excel refused one step.' },
    safe: WHOLE_SHEETS,
    todo: {
      zh: '请再试一次；若仍出现，请复制详情反馈。',
      en: 'Try again; if it stays, copy the details and report it.',
    },
  },
  cancelled: {
    what: { zh: '已按您的要求取消。', en: 'Cancelled, as you asked.' },
    safe: WHOLE_SHEETS,
    todo: { zh: '需要时再刷新即可。', en: 'Refresh again when you like.' },
  },
};

/**
 * What to tell the person about a failure. Anything that is not a `HostError` is a fault of ours and says so.
 *
 * @example describeFailure(new HostError('encrypted', '…')).what.en //=> 'This workbook has a password …'
 */
export function describeFailure(error: unknown): FailureInWords {
  if (error instanceof HostError) {
    const { what, safe, todo } = FAILURES[error.code];
    const said = what.en.includes('{sheet}') ? fill(what, { sheet: verbatim(error.sheet ?? '') }) : what;
    return {
      what: error.file === undefined ? said : fill(IN_FILE, { file: verbatim(error.file), said }),
      safe,
      todo,
      details: `${error.code}: ${error.detail}`,
    };
  }
  if (error instanceof SumsDoNotFit)
    return {
      what: {
        zh: '这份汇总不适合这次运行：它是按别的截止日或期间汇总的，或旁边还有要逐行对照的明细、退货。',
        en: 'These sums do not fit this run: they were made for another as-of day or period, or lines or returns stand beside them that are put to single lines.',
      },
      safe: UNTOUCHED,
      todo: {
        zh: '请用生成汇总语句时的 --as-of 和 --period，并且不和别的销售、退货表一起读；参数「退货计入哪一期」设为退货当期。',
        en: 'Use the --as-of and --period that the statement was made with, read no other sheet of sales or returns beside them, and let returns count in their own period.',
      },
      details: error.message,
    };
  return {
    what: { zh: '程序出了错，这是我们的问题。', en: 'The program failed; the fault is ours.' },
    safe: WHOLE_SHEETS,
    todo: { zh: '请复制详情反馈给我们。', en: 'Please copy the details and report it.' },
    details: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}
