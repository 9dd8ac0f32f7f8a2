import type { Role } from '../platform/context.ts'

/**
 * The few people everybody knows by name, in the demo as in the tests, and the places where they work. A nickname is
 * the name in code.
 */
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const tenants = {
  willow: { id: id(1), name: '柳荫街道', slug: 'liuyin' },
  hillside: { id: id(2), name: '东山街道', slug: 'dongshan' },
} as const
export type TenantName = keyof typeof tenants

type Organization = {
  id: string
  tenant: TenantName
  below: string | null
  kind: 'subdistrict' | 'community' | 'station' | 'team' | 'partner'
  name: string
  category?: 'helpingThoseInNeed' | 'popularScience' | 'artsAndCulture' | 'policyTalks'
}

export const organizations = {
  willow: { id: id(11), tenant: 'willow', below: null, kind: 'subdistrict', name: '柳荫街道' },
  peace: { id: id(12), tenant: 'willow', below: 'willow', kind: 'community', name: '和平社区' },
  pines: { id: id(13), tenant: 'willow', below: 'willow', kind: 'community', name: '青松社区' },
  station: { id: id(14), tenant: 'willow', below: 'peace', kind: 'station', name: '和平服务站' },
  pinesStation: { id: id(15), tenant: 'willow', below: 'pines', kind: 'station', name: '青松服务站' },
  silverTeam: {
    id: id(16),
    tenant: 'willow',
    below: 'peace',
    kind: 'team',
    name: '银龄互助队',
    category: 'helpingThoseInNeed',
  },
  scienceTeam: {
    id: id(17),
    tenant: 'willow',
    below: 'willow',
    kind: 'team',
    name: '柳荫科普队',
    category: 'popularScience',
  },
  school: { id: id(18), tenant: 'willow', below: 'willow', kind: 'partner', name: '光明中学' },
  hillside: { id: id(21), tenant: 'hillside', below: null, kind: 'subdistrict', name: '东山街道' },
} as const satisfies Record<string, Organization>
export type OrganizationName = keyof typeof organizations

type Member = {
  id: string
  name: string
  phone: string | null
  email?: string
  roles: readonly (readonly [role: Role, at: OrganizationName, title?: string])[]
}

export const people = {
  admin: {
    id: id(31),
    name: '吴敏',
    phone: '13900000031',
    email: 'wumin@liuyin.example',
    roles: [['administrator', 'willow', '系统管理员']],
  },
  lina: {
    id: id(32),
    name: '李娜',
    phone: '13900000032',
    email: 'lina@liuyin.example',
    roles: [['coordinator', 'willow', '党群工作办主任']],
  },
  wang: { id: id(33), name: '王建国', phone: '13900000033', roles: [['secretary', 'peace', '社区书记']] },
  chen: { id: id(34), name: '陈静', phone: '13900000034', roles: [['stationManager', 'station', '站长']] },
  zhao: { id: id(35), name: '赵大勇', phone: '13900000035', roles: [['teamLeader', 'silverTeam', '队长']] },
  xiaoyu: { id: id(36), name: '林小雨', phone: '13900000036', roles: [['volunteer', 'silverTeam']] },
  /** Old Mr Sun has neither e-mail nor phone. */
  sun: { id: id(37), name: '孙福生', phone: null, roles: [['volunteer', 'silverTeam']] },
  zhang: { id: id(38), name: '张慎', phone: '13900000038', roles: [['auditor', 'willow']] },
  /** The secretary of the other community. */
  qian: { id: id(39), name: '钱红', phone: '13900000039', roles: [['secretary', 'pines', '社区书记']] },
  /** Another 李娜: a volunteer of the other community. */
  otherLina: { id: id(40), name: '李娜', phone: '13900000040', roles: [['volunteer', 'pines']] },
  liu: { id: id(41), name: '刘洋', phone: '13900000041', roles: [['partnerLiaison', 'school', '团委书记']] },
  /** Works for another sub-district: nothing here exists for him. */
  hugo: {
    id: id(51),
    name: '胡戈',
    phone: '13900000051',
    roles: [
      ['administrator', 'hillside'],
      ['coordinator', 'hillside'],
    ],
  },
} as const satisfies Record<string, Member>
export type PersonName = keyof typeof people

export const studyGroup = { id: id(61), organization: 'willow', name: '理论学习中心组' } as const

/** Since when they have all been there. */
export const beginning = '2024-01-01'

export const pathOf = (name: OrganizationName): string => {
  const { id: own, below }: Organization = organizations[name]
  return below ? `${pathOf(below as OrganizationName)}${own}/` : `/${own}/`
}

export const tenantOf = (name: PersonName): TenantName => {
  const { roles }: Member = people[name]
  const at = roles[0]?.[1]
  return at ? organizations[at].tenant : 'willow'
}
