import { heads, type SheetKind } from '../../platform/workbook/sheet.ts'
import { foundOrganizations } from '../organizations/sheets/references/actions.ts'
import { takeStations } from './sheets/actions.ts'

export const sheets: readonly SheetKind[] = [
  {
    kind: 'stations',
    label: ['Service stations', '服务站点'],
    titles: heads('站点|服务站|阵地|实践站|场所|驿站|一览表|stations|places|venues|centres|centers'),
    order: 50,
    needs: [
      ['name', 'address'],
      ['name', 'area'],
      ['name', 'brand'],
      ['name', 'rooms'],
    ],
    columns: [
      { key: 'number', label: ['Number', '序号'], words: heads('序号|编号|no|no.|#'), type: 'text' },
      {
        key: 'name',
        label: ['Station', '站点名称'],
        words: heads(
          '站点名称|站点|站点名|服务站点|实践站|实践站名称|驿站|驿站名称|阵地|服务站|服务站名称|名称|阵地名称|场所名称|场所|站名|station|station name|name|place|venue',
        ),
        type: 'text',
        required: true,
      },
      {
        key: 'organization',
        label: ['Kept by', '所属社区'],
        words: heads(
          '所属社区|社区|所属|所在社区|隶属|所属单位|管理单位|居委会|所属居委会|community|organization|organisation|belongs to|part of',
        ),
        type: 'text',
      },
      {
        key: 'address',
        label: ['Address', '地址'],
        words: heads('地址|详细地址|详址|所在位置|站点地址|具体地址|位置|地点|所在地址|address|location'),
        type: 'text',
      },
      {
        key: 'rooms',
        label: ['Rooms', '功能室（间）'],
        words: heads('功能室|功能室数|功能室数量|房间数|房间|室数|间数|rooms|number of rooms'),
        type: 'number',
      },
      {
        key: 'area',
        label: ['Area (m²)', '面积（㎡）'],
        words: heads('面积|建筑面积|使用面积|场地面积|面积平方米|area|floor area|size'),
        type: 'number',
      },
      {
        key: 'brand',
        label: ['Brand', '品牌'],
        words: heads('品牌|特色品牌|服务品牌|品牌名称|一站一品|特色|brand'),
        type: 'text',
      },
      {
        key: 'capacity',
        label: ['Capacity', '容纳人数'],
        words: heads('容纳人数|可容纳人数|容量|座位数|capacity|seats'),
        type: 'number',
      },
    ],
    prepare: (run) => foundOrganizations(run, 'organization'),
    apply: takeStations,
  },
]
