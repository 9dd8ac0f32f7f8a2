import type { Words } from '../../../platform/i18n.ts'
import type { Fault, Verdict } from './contract.ts'

export const faultWords: Record<Fault, Words> = {
  unreadable: [
    'This is no certificate that can be read here: no JSON, and no PDF with one inside.',
    '无法读取：这不是 JSON 格式的证书，也不是内含证书的 PDF。',
  ],
  tooLarge: ['The file is larger than any certificate.', '文件过大，不像是证书。'],
  tooDeep: ['It is nested deeper than any certificate.', '内容嵌套过深，不像是证书。'],
  contextMissing: [
    'It does not say that it is an Open Badge 3.0: the context {context} is missing at its place.',
    '未声明为 Open Badges 3.0：应有的上下文 {context} 不在其位。',
  ],
  contextUnknown: [
    'It explains its words with a context that is not known here: {context}.',
    '所用的上下文在此处未知：{context}。',
  ],
  hiddenTerm: [
    'It uses {term}, with which it could say something else than one reads.',
    '使用了 {term}，实际含义可能与所见不同。',
  ],
  fieldMissing: ['{field} is missing.', '缺少 {field}。'],
  fieldWrong: ['{field} is not what it must be.', '{field} 的内容不符合规定。'],
  typeWrong: ['{field} must be of the type {type}, and is: {found}.', '{field} 的类型应为 {type}，实为：{found}。'],
  termUnexplained: [
    'It contains “{term}”, which none of its contexts explains, so that nobody can have signed it.',
    '其中的“{term}”没有任何上下文解释，因而不可能被签署。',
  ],
  tooTangled: ['It is built so that comparing it would take too long.', '结构过于纠缠，无法在合理时间内核对。'],
  schemaUnknown: [
    'It wants to be judged by a schema that is not known here: {schema}.',
    '要求按此处未知的模式核对：{schema}。',
  ],
  noProof: ['It is not signed.', '没有签名。'],
  proofUnknown: ['It is signed in a way that cannot be checked here: {proof}.', '签名方式在此处无法核对：{proof}。'],
  keyUnreadable: ['The key or the signature cannot be read: {method}.', '密钥或签名无法读取：{method}。'],
  wrongIssuer: [
    'Whoever signed it is not who issued it: the issuer is {issuer}, the key belongs to {signer}.',
    '签署者不是颁发者：颁发者为 {issuer}，密钥属于 {signer}。',
  ],
  issuerUnknown: [
    'It names {issuer} as its issuer, but is signed with a key that this issuer never had.',
    '颁发者写为 {issuer}，但签名密钥不属于该颁发者。',
  ],
  altered: [
    'It was changed after it had been signed, or the signature is not its own.',
    '签署之后内容被改动，或签名不属于此证书。',
  ],
  notOnRecord: [
    'The issuer has no record of it. Ask the office itself.',
    '颁发单位没有此证书的记录，请直接向该单位查询。',
  ],
  notYet: ['It becomes valid only on {date}.', '自 {date} 起才生效。'],
  expired: ['It expired on {date}.', '已于 {date} 到期。'],
  revoked: ['It was revoked on {date}: {reason}', '已于 {date} 撤销：{reason}'],
  statusUnknown: [
    'It may have been revoked: its list ({list}) is kept elsewhere and is not asked from here.',
    '可能已被撤销：撤销名单（{list}）保存在别处，此处不作查询。',
  ],
}

export const verdictWords: Record<Verdict, Words> = {
  genuine: ['Genuine', '真实有效'],
  intact: ['Intact, but the issuer cannot be confirmed here', '内容完整，但此处无法确认颁发者'],
  refused: ['Not accepted', '不予认可'],
}
