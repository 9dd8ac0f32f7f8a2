import type { OrganizationKind, TeamCategory } from '../modules/organizations/contract.ts'

/** What makes the neighbourhood lively, beside the cast. All of it is invented. */
export const moreOrganizations: readonly {
  key: string
  below: string
  kind: OrganizationKind
  name: string
  category?: TeamCategory
}[] = [
  { key: 'shore', below: 'willow', kind: 'community', name: '柳岸社区' },
  { key: 'bridge', below: 'willow', kind: 'community', name: '云桥社区' },
  { key: 'shoreStation', below: 'shore', kind: 'station', name: '柳岸服务站' },
  { key: 'bridgeStation', below: 'bridge', kind: 'station', name: '云桥服务站' },
  { key: 'talks', below: 'willow', kind: 'team', name: '心声宣讲队', category: 'policyTalks' },
  { key: 'arts', below: 'peace', kind: 'team', name: '夕阳红文艺队', category: 'artsAndCulture' },
  { key: 'law', below: 'pines', kind: 'team', name: '法律明白人队', category: 'legalAid' },
  { key: 'green', below: 'shore', kind: 'team', name: '绿色家园队', category: 'healthAndEnvironment' },
  { key: 'stories', below: 'bridge', kind: 'team', name: '光影故事队', category: 'own' },
  { key: 'clinic', below: 'willow', kind: 'partner', name: '柳荫社区卫生服务中心' },
  { key: 'power', below: 'willow', kind: 'partner', name: '城南供电所' },
]

export const teamWork: Record<
  string,
  { titles: readonly string[]; place: string; weekday: number; every: number; time: string }
> = {
  silverTeam: {
    titles: ['独居老人探访', '代买药品', '陪同就医', '助老理发'],
    place: 'station',
    weekday: 6,
    every: 1,
    time: '09:00',
  },
  scienceTeam: {
    titles: ['科普小课堂', '智能手机课', '航模开放日'],
    place: 'center',
    weekday: 7,
    every: 3,
    time: '14:00',
  },
  talks: {
    titles: ['政策宣讲进院坝', '文明礼仪宣讲', '反诈骗宣讲'],
    place: 'center',
    weekday: 3,
    every: 3,
    time: '15:00',
  },
  arts: { titles: ['合唱排练', '书法练习', '广场舞教学'], place: 'station', weekday: 5, every: 2, time: '19:00' },
  law: {
    titles: ['法律咨询日', '调解员值班', '租房合同讲解'],
    place: 'pinesStation',
    weekday: 6,
    every: 3,
    time: '10:00',
  },
  green: {
    titles: ['垃圾分类引导', '河道清洁', '楼道清理'],
    place: 'shoreStation',
    weekday: 7,
    every: 2,
    time: '08:30',
  },
  stories: {
    titles: ['老照片征集', '口述史访谈', '露天电影'],
    place: 'bridgeStation',
    weekday: 6,
    every: 4,
    time: '18:30',
  },
}

export const studyTopics = [
  '基层治理与减负',
  '网络安全法',
  '安全生产责任',
  '民法典与邻里纠纷',
  '消防安全',
  '个人信息保护',
  '志愿服务条例',
  '应急预案与演练',
  '社区养老服务',
  '垃圾分类新规',
  '公文写作规范',
  '年度工作总结',
] as const

/** Month and day, what, who holds it. */
export const events = [
  ['01-20', '写春联送祝福', 'peace'],
  ['02-28', '元宵猜灯谜', 'willow'],
  ['03-05', '学雷锋便民集市', 'willow'],
  ['04-23', '邻里读书会', 'bridge'],
  ['05-18', '跳蚤市场', 'pines'],
  ['06-12', '端午包粽子', 'shore'],
  ['08-15', '暑期少年夏令营结营', 'willow'],
  ['09-22', '邻里节', 'willow'],
  ['10-18', '重阳敬老宴', 'peace'],
  ['12-12', '志愿者表彰会', 'willow'],
] as const

export const trainings = [
  '新志愿者岗前培训',
  '急救技能培训',
  '防汛演练',
  '摄影与宣传培训',
  '消防疏散演练',
  '沟通技巧培训',
] as const

export const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚',
]
export const givenNames =
  '秀兰 建华 志强 海燕 丽萍 文博 雨桐 子轩 国庆 桂英 春梅 晓东 玉珍 立新 佳怡 思远 美玲 德胜 云飞 淑芬 浩然 一鸣 月娥 新民 静怡 宏伟 素琴 永康 梓涵 凤英'.split(
    ' ',
  )
