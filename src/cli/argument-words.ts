import type { Text } from '../i18n/text';

/** What the command line says of arguments that it cannot take. */
export const ARGUMENT_WORDS = {
  noOption: { zh: '没有“{option}”这个选项。', en: 'There is no option “{option}”.' },
  otherOption: {
    zh: '没有“{option}”这个选项；是想用 {meant} 吗？',
    en: 'There is no option “{option}”; did you mean {meant}?',
  },
  noValue: { zh: '选项 {option} 后面缺少内容。', en: 'Something is missing behind the option {option}.' },
  oneWorkbook: {
    zh: '--template 和 --restore 一次只能给一个工作簿；文件名里有空格时请加引号。',
    en: '--template and --restore take one workbook at a time; put a name with spaces in quotes.',
  },
  tooMany: {
    zh: '多出了内容；文件名里有空格时请加引号。',
    en: 'There is something too much; put a name with spaces in quotes.',
  },
  sameWorkbook: {
    zh: '“{file}”给了两次：同一个工作簿只读一次。',
    en: '“{file}” was given twice: a workbook is read once.',
  },
  noSeconds: {
    zh: '“{text}”不是秒数：请写 1 到 999999 的整数。',
    en: '“{text}” is no number of seconds: write a whole number from 1 to 999999.',
  },
  sourceAlone: {
    zh: '--source 只能用来写报表，不能和 --template 或 --restore 一起用。',
    en: '--source is for reports: not with --template or --restore.',
  },
  sourceOutput: {
    zh: '只给 --source 而没有工作簿时，请用 -o 说明结果写到哪里。',
    en: 'With --source and no workbook, say by -o where the result goes.',
  },
  databaseAlone: { zh: '--database 要和 --source 一起用。', en: '--database needs --source.' },
  pushDownAlone: { zh: '--push-down 要和 --source 一起用。', en: '--push-down needs --source.' },
  printSumsNeeds: {
    zh: '--print-sums 要有一个 --source（给几行样子）和 --as-of（汇总按它切分月份）。',
    en: '--print-sums needs one --source (some rows of the lines) and --as-of, by which months are cut.',
  },
  pushDownRefused: {
    zh: '--push-down 不行：{why}不带 --push-down 也能运行，逐行读取。',
    en: '--push-down cannot be used: {why} Without it every line is read, and it works.',
  },
  passwordInAddress: {
    zh: '--database 里不能有密码：它会留在命令历史里。请用环境变量或密码文件。',
    en: 'No password may stand in --database, where the history of commands keeps it. Use the environment or a password file.',
  },
  noChoice: { zh: '{option} 没有“{text}”；可选：{known}。', en: '{option} knows no “{text}”; it takes {known}.' },
  noDay: { zh: '“{text}”不是日期：请写成 YYYY-MM-DD。', en: '“{text}” is not a day: write YYYY-MM-DD.' },
  noSince: {
    zh: '--since {text}：要写 YYYY-MM-DD，或 lastRefresh（上次刷新）、lastMonthEnd（上月末）、sameMonthLastYear（去年同月）',
    en: '--since {text}: write YYYY-MM-DD, or lastRefresh, lastMonthEnd, sameMonthLastYear',
  },
  noMonth: { zh: '“{text}”不是月份：请写成 YYYY-MM。', en: '“{text}” is not a month: write YYYY-MM.' },
  noPeriod: {
    zh: '“{text}”不是期间：可写 last12m、ytd、year:2025、all 或 起日..止日。',
    en: '“{text}” is no period: last12m, ytd, year:2025, all or FROM..TO.',
  },
  backwards: { zh: '“{text}”的止日早于起日。', en: '“{text}” ends before it begins.' },
  commas: { zh: '“{text}”：请用单个逗号隔开各项。', en: '“{text}”: separate the items with single commas.' },
  noReport: { zh: '没有“{word}”这张报表；可选：{known}。', en: 'There is no report “{word}”; there are {known}.' },
  noKind: {
    zh: '没有“{word}”这种录入表；可选：{known}，或 all；要打印填写的单据请写 form:单据名，全部写 form:all。',
    en: '“{word}” is no kind of input sheet: {known}, or all. For a form to print write form:NAME, for every one form:all.',
  },
  noForm: {
    zh: '没有“{word}”这张单据；可选：{known}，或 form:all。',
    en: '“{word}” is no form: {known}, or form:all.',
  },
  inPlaceAndOutput: {
    zh: '--in-place 写入原文件，--output 另写一个文件：只能选一个。',
    en: '--in-place writes into the workbook, --output into another file: choose one.',
  },
  inPlaceAlone: { zh: '--in-place 需要给出工作簿。', en: '--in-place needs a workbook.' },
  restoreAlone: { zh: '--restore 需要给出工作簿。', en: '--restore needs a workbook.' },
  needsShare: {
    zh: '--alias、--secrecy、--share-with、--free-text 和 --only-changes 要和 --share 一起用。',
    en: '--alias, --secrecy, --share-with, --free-text and --only-changes need --share.',
  },
  templateAlone: { zh: '--template 需要给出要写的文件。', en: '--template needs a file to write.' },
  noWorkbookName: {
    zh: '“{file}”不能作为结果：工作簿的文件名要以 .xlsx（有宏则 .xlsm）结尾。',
    en: '“{file}” cannot be the result: the name of a workbook ends in .xlsx (or .xlsm with macros).',
  },
} as const satisfies Readonly<Record<string, Text>>;
