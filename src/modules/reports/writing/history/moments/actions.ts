import type * as Y from 'yjs'
import type { Context } from '../../../../../platform/context.ts'
import { BadInput } from '../../../../../platform/errors.ts'
import type { ReportDocument } from '../../contract.ts'
import { documentIn } from '../../rules.ts'
import { Traces } from '../../updates/authors/rules.ts'
import { sharedDocument } from '../../updates/state/actions.ts'
import { jsonOf } from '../../updates/text/actions.ts'
import { compared, isChanged } from '../comparing/rules.ts'
import type { ComparedLine } from '../contract.ts'
import * as queries from '../queries.ts'
import { lastOf, type Sitting } from '../rules.ts'
import { marked, unmarked } from './marking/rules.ts'

type Change = Awaited<ReturnType<typeof queries.changesOf>>[number]

/**
 * A report at every moment of its life. The shared document keeps all that was ever written in it, and its changes say by
 * which of them each piece came and went; so a moment is read by looking away from what was not there.
 */
export class Moments {
  readonly changes: readonly Change[]
  readonly #shared: Y.Doc
  readonly #traces: Traces

  private constructor(shared: Y.Doc, changes: readonly Change[]) {
    this.#shared = shared
    this.changes = changes
    this.#traces = new Traces(changes)
  }

  static async of(context: Pick<Context, 'tx'>, reportId: string): Promise<Moments> {
    return new Moments(await sharedDocument(context, reportId), await queries.changesOf(context.tx, reportId))
  }

  /** What it said after this change; 0 is how it began. */
  at(seq: number, { comments = false } = {}): ReportDocument {
    return this.#read({ sees: (came, went) => came <= seq && went > seq, comments })
  }

  /** What a sitting changed, whatever others wrote meanwhile: its letters are told from theirs by whose they are. */
  changedBy(sitting: Sitting): ComparedLine[] {
    const { seqs } = sitting
    const last = lastOf(sitting)
    const before = this.#read({
      sees: (came, went) => came <= last && !seqs.has(came) && (went > last || seqs.has(went)),
      marks: (_, went) => seqs.has(went),
    })
    const after = this.#read({
      sees: (came, went) => came <= last && went > last,
      marks: (came) => seqs.has(came),
    })
    return compared(before, after).filter(isChanged).map(unmarked)
  }

  #read({ sees, marks, comments = false }: Looking): ReportDocument {
    const fate = ({ id, deleted }: Y.Item, clock: number) =>
      [
        this.#traces.cameBy(id.client, clock) ?? 0,
        deleted ? (this.#traces.wentBy(id.client, clock) ?? 0) : Number.POSITIVE_INFINITY,
      ] as const
    const document = documentIn(
      jsonOf(this.#shared, {
        comments,
        sees: (item, clock) => sees(...fate(item, clock)),
        ...(marks && { letter: (one, item, clock) => (marks(...fate(item, clock)) ? marked(one) : one) }),
      }),
    )
    if (!document) throw new BadInput('documentBroken')
    return document
  }
}

/** By which change a piece came, and by which it went. */
type Fated<T> = (came: number, went: number) => T
type Looking = { sees: Fated<boolean>; marks?: Fated<boolean>; comments?: boolean }
