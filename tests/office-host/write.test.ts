import { lookOfSheet } from './look-of-sheet';
import { openExcel } from './open-workbook';
import { EXCEL_2021, MICROSOFT_365, PROFILES } from './profile';
import { PERSON_SHEETS, refreshSmall } from './small-refresh';

it('debug', async () => {
  const excel = await openExcel(EXCEL_2021, PERSON_SHEETS, {});
  await refreshSmall(excel.host, 1);
  excel.workbook.findSheet('客户等级')!.typeIn(4, 5, '我的备注');
  excel.processor.resetCount();
  await refreshSmall(excel.host, 2);
  console.log(excel.processor.count, excel.processor.complaints);
  console.log(lookOfSheet(excel.workbook.findSheet('客户等级')!));
  console.log(lookOfSheet(excel.workbook.findSheet('联络计划')!).slice(0, 3000));
  excel.uninstall();
});
