import { heads, type SheetColumn, type SheetKind } from '../../../platform/workbook/sheet.ts'
import { takeChecklists } from './sheet/actions.ts'

const long = { type: 'long' } as const

const columns: readonly SheetColumn[] = [
  {
    key: 'number',
    label: ['Number', '序号'],
    words: heads('序号|编号|项次|no|no.|number|#'),
    ...long,
  },
  {
    key: 'section',
    label: ['Section', '部分'],
    words: heads(
      '部分|检查项目|检查类别|项目类别|检查部位|巡查部位|排查部位|部位|区域|场所|考核项目|评议项目|巡查项目|排查项目|类别|大类|分类|项目|模块|section|area|category|part',
    ),
    carried: true,
    ...long,
  },
  {
    key: 'text',
    label: ['Question', '检查内容'],
    words: heads(
      '检查内容|检查要点|检查标准|检查事项|检查要求|排查内容|排查要点|排查事项|巡查内容|巡查要点|巡查事项|考核内容|评议内容|内容及要求|要点|检查内容及要求|检查内容及标准|question|item|what to check|check item|check',
    ),
    alone: true,
    ...long,
  },
  {
    key: 'kind',
    label: ['Answered by', '回答方式'],
    words: heads('回答方式|检查方式|题型|类型|结果类型|填写方式|answered by|answer type|type'),
    ...long,
  },
  {
    key: 'range',
    label: ['In order if', '合格标准'],
    words: heads('合格标准|合格范围|标准值|合格值|范围|正常范围|允许范围|合格线|in order if|range|limits|standard'),
    ...long,
  },
  { key: 'unit', label: ['Unit', '单位'], words: heads('计量单位|单位（计量）|量纲|unit|units'), ...long },
  { key: 'choices', label: ['Choices', '选项'], words: heads('选项|备选项|可选项|choices|options'), ...long },
  {
    key: 'weight',
    label: ['Weight', '权重'],
    words: heads('权重|分值|标准分|分数|满分|weight|points|marks'),
    ...long,
  },
  {
    key: 'critical',
    label: ['Critical', '关键项'],
    words: heads('关键项|否决项|一票否决|必查项|重点项|是否关键|critical|must'),
    ...long,
  },
  {
    key: 'grade',
    label: ['Grade', '隐患等级'],
    words: heads('隐患等级|隐患级别|问题等级|风险等级|等级|严重程度|grade|severity'),
    ...long,
  },
  {
    key: 'fault',
    label: ['Kind of fault', '问题类别'],
    words: heads('问题类别|隐患类别|隐患类型|问题类型|故障类别|kind of fault|fault|hazard type'),
    ...long,
  },
  {
    key: 'when',
    label: ['Asked only if', '条件'],
    words: heads('条件|前提|前提条件|适用条件|触发条件|asked only if|condition|only if'),
    ...long,
  },
  {
    key: 'help',
    label: ['Help', '检查说明'],
    words: heads(
      '检查说明|检查方法|排查标准|巡查标准|检查依据|评分标准|评分办法|评分细则|扣分标准|说明|备注|依据|help|how to check|remarks|note',
    ),
    ...long,
  },
  {
    // What is filled in by hand on paper: its heading says that this is a form to check by.
    key: 'result',
    label: ['Result', '检查结果'],
    words: heads(
      '检查结果|检查情况|排查结果|排查情况|巡查情况|巡查结果|结果|是否合格|是否符合|是否达标|是/否|合格/不合格|符合/不符合|是|合格|符合|正常|频次|检查频次|巡查频次|result|yes/no|yes|pass|ok|frequency',
    ),
    ...long,
  },
]

export const sheets: readonly SheetKind[] = [
  {
    kind: 'checklist',
    label: ['Checklist', '检查表'],
    titles: heads('检查表|排查表|巡查表|检查清单|排查清单|安全检查|考核表|checklist|inspection'),
    onlyTitled: {
      words: ['检查', '排查', '巡查', '考核', 'checklist', 'inspection'],
      orColumns: ['critical', 'grade', 'when'],
    },
    order: 85,
    needs: [
      ['text', 'section'],
      ['text', 'kind'],
      ['text', 'weight'],
      ['text', 'range'],
      ['text', 'grade'],
      ['text', 'critical'],
      ['text', 'help'],
      ['text', 'result'],
      ['section', 'result'],
    ],
    columns,
    apply: takeChecklists,
  },
]
