import type { Words } from '../../../../platform/i18n.ts'
import type { LeftOut } from './contract.ts'
import type { QtiFileRefusal, QtiRefusal } from './reading/rules.ts'

/** Why one item is not taken. */
export const qtiRefusals: Record<QtiRefusal, Words> = {
  qtiDamaged: ['It is not well-formed XML.', '不是格式正确的 XML。'],
  qtiDoctype: [
    'It has a document type or entities, which could fetch or swell up. Remove them.',
    '含有 DOCTYPE 或实体定义，可能引入外部内容，请去除。',
  ],
  qtiScript: ['It would run something: “{what}”.', '含有会执行的内容：“{what}”。'],
  qtiTooLarge: ['It is larger or more nested than a question is.', '内容过大或嵌套过深。'],
  qtiOldVersion: ['It is QTI 2; only QTI 3.0 is read.', '这是 QTI 2，仅支持 QTI 3.0。'],
  qtiNoItem: ['It is no QTI item ({what}).', '不是 QTI 试题（{what}）。'],
  qtiAdaptive: ['It changes while it is answered (adaptive).', '作答过程中会变化（adaptive），不支持。'],
  qtiInteraction: ['It is answered by {what}, which is not known here.', '作答方式 {what} 不支持。'],
  qtiNoInteraction: ['It asks nothing.', '没有作答内容。'],
  qtiAnswer: [
    'What is right could not be answered here ({what}): one option goes with several others, or only some are put in order.',
    '正确答案无法在此作答（{what}）：一项对应多项，或只须排列部分选项。',
  ],
  qtiSeveralInteractions: [
    'It asks several things at once, and one of them is marked by hand: {what}.',
    '一题含多种作答，且其中有须人工评分的：{what}。',
  ],
  qtiRule: ['It uses {what}, which is not known here.', '使用了不支持的 {what}。'],
  qtiNoScore: ['It does not say how it is scored.', '没有写明如何计分。'],
  qtiUnreadable: ['It cannot be asked as it stands: {what}', '无法按原样使用：{what}'],
  qtiPartMissing: ['The package names it but does not hold it.', '清单中有，但压缩包中没有。'],
}

/** What of an item is larger than a question may be, by where it would stand. */
export const tooMuch: Record<string, Words> = {
  'content.stem.en': ['its text is longer than 4,000 characters', '题干超过 4000 字'],
  'content.stem.zh': ['its text is longer than 4,000 characters', '题干超过 4000 字'],
  'content.options': ['it has more than 30 options', '选项超过 30 个'],
  'content.targets': ['it has more than 30 things to match with', '配对项超过 30 个'],
  'content.pieces': ['it asks more than ten things at once', '一题超过 10 问'],
  'keys.blanks': ['it has more than 20 blanks', '超过 20 个空'],
  'keys.rules.responses': ['it has more than 20 blanks', '超过 20 个空'],
}

/** Why a file as a whole is not taken. */
export const qtiFileRefusals: Record<QtiFileRefusal, Words> = {
  qtiNotAPackage: [
    'This is neither a QTI package (.zip) nor a QTI item (.xml). Nothing was taken.',
    '这不是 QTI 压缩包（.zip）或 QTI 试题（.xml），未导入任何内容。',
  ],
  qtiSlip: [
    'A name in this package leads out of it. It was not opened; nothing was taken.',
    '压缩包中有指向包外的文件名，未予打开，未导入任何内容。',
  ],
  qtiBomb: [
    'The package unpacks to far more than questions hold. It was not opened; nothing was taken.',
    '压缩包解压后过大，未予打开，未导入任何内容。',
  ],
  qtiNoManifest: [
    'The package has no imsmanifest.xml that can be read. Nothing was taken.',
    '压缩包中没有可读取的 imsmanifest.xml，未导入任何内容。',
  ],
  qtiNoItems: ['The package holds no item. Nothing was taken.', '压缩包中没有试题，未导入任何内容。'],
}

/** What of an item is not taken with it. */
export const leftOutWords: Record<LeftOut['left'], Words> = {
  picture: [
    'The picture or recording “{what}” is not taken, only its description.',
    '图片或音视频“{what}”未导入，仅保留说明文字。',
  ],
  formula: ['The formula “{what}” stands as plain text.', '公式“{what}”仅以普通文字保留。'],
  feedback: ['What is said after an answer ({what}) is not taken.', '作答后的反馈（{what}）未导入。'],
  scoring: [
    'Its own scoring ({what}) is not taken: it is marked by hand.',
    '其自带的计分（{what}）未导入，改为人工评分。',
  ],
  element: ['{what} is not taken.', '{what} 未导入。'],
}

export const qtiWords = {
  title: ['Bring in QTI', '导入 QTI'],
  about: ['A package (.zip) or an item (.xml) of QTI 3.0.', 'QTI 3.0 压缩包（.zip）或单题（.xml）。'],
  choose: ['Choose a file', '选择文件'],
  wouldTake: ['{n, plural, =0 {No question} one {One question} other {# questions}} can be taken', '可导入 {n} 题'],
  taken: ['{n, plural, =0 {No question} one {One question} other {# questions}} taken', '已导入 {n} 题'],
  known: ['{n, plural, one {One} other {#}} in the bank already', '{n} 题已在题库中'],
  refused: ['{n, plural, one {One} other {#}} not taken', '{n} 题未导入'],
  take: ['Take {n, plural, one {one question} other {# questions}}', '导入 {n} 题'],
  toBank: ['To the questions', '查看题库'],
} satisfies Record<string, Words>
