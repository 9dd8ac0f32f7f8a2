import type { Words } from '../../../platform/i18n.ts'

export type IndicatorRefusal =
  | 'indicatorNameMissing'
  | 'indicatorNameTaken'
  | 'indicatorChangedMeanwhile'
  | 'indicatorOfPerson'

export const indicatorRefusals: Record<IndicatorRefusal, Words> = {
  indicatorNameMissing: ['Give it a name.', '请填写名称。'],
  indicatorNameTaken: ['Another indicator is called “{name}”.', '已有名为“{name}”的指标。'],
  indicatorChangedMeanwhile: [
    'Somebody saved another version meanwhile. Look at it before you save yours.',
    '其间有人保存了新版本。请先查看，再保存您的修改。',
  ],
  indicatorOfPerson: [
    'An indicator counts work and is not about one person: take the filter by person out.',
    '指标统计工作，不针对个人：请去掉按人员的筛选。',
  ],
}

export const standingWords = {
  countedNoMore: ['This can no longer be counted here.', '这里已不再统计这项内容。'],
} satisfies Record<string, Words>
