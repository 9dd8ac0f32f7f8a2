import { ActionIcon, Checkbox, Group, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../../platform/i18n.ts'
import { write } from '../../../../platform/web.tsx'
import { useNotice } from '../../../../web/notice.tsx'
import { Trouble } from '../../../../web/states.tsx'
import { useSaid } from '../../../indicators/pages/records.tsx'
import {
  type Board,
  bringBackCard,
  type CardPeriod,
  type CountedCard,
  cardPeriods,
  changeCard,
  type Drawing,
  drawings,
  orderCards,
  removeCard,
} from '../contract.ts'
import { cardPeriodWords, drawingWords, boardWords as words } from '../messages.ts'

/** What can be done with a card while its board is being changed. */
export function CardTools({ board, card }: { board: Board; card: CountedCard }) {
  const say = useWords()
  const title = useSaid()(card.title)
  const notice = useNotice()
  const on = { boardId: board.id, cardId: card.id }
  const order = useMutation(write(orderCards))
  const change = useMutation(write(changeCard))
  const bringBack = useMutation(write(bringBackCard))
  const remove = useMutation({
    ...write(removeCard),
    onSuccess: () => notice(say(words.removed, { name: title }), () => bringBack.mutateAsync(on)),
  })
  const at = board.cards.findIndex(({ id }) => id === card.id)
  const move = (to: number) => {
    const cardIds = board.cards
      .map(({ id }) => id)
      .toSpliced(at, 1)
      .toSpliced(to, 0, card.id)
    order.mutate({ boardId: board.id, cardIds })
  }
  const width = card.width === 2 ? 2 : 1
  const save = (next: { drawn?: Drawing; period?: CardPeriod; width?: 1 | 2 }) =>
    change.mutate({
      ...on,
      drawn: card.drawn,
      period: card.period,
      width,
      // drawn otherwise it may need other parts; then it takes its usual ones
      ...(next.drawn || !card.by ? {} : { by: card.by }),
      ...next,
    })
  return (
    <div className="figure-tools">
      <Group gap="xs">
        <NativeSelect
          aria-label={say(words.cardDrawnAs, { title })}
          value={card.drawn}
          data={drawings.map((value) => ({ value, label: say(drawingWords[value]) }))}
          onChange={(event) => save({ drawn: event.currentTarget.value as Drawing })}
        />
        <NativeSelect
          aria-label={say(words.cardPeriod, { title })}
          value={card.period}
          data={cardPeriods.map((value) => ({ value, label: say(cardPeriodWords[value]) }))}
          onChange={(event) => save({ period: event.currentTarget.value as CardPeriod })}
        />
        <Checkbox
          label={say(words.broad)}
          checked={width === 2}
          onChange={(event) => save({ width: event.currentTarget.checked ? 2 : 1 })}
        />
        <ActionIcon.Group>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(words.earlierCard, { title })}
            disabled={at === 0 || order.isPending}
            onClick={() => move(at - 1)}
          >
            <IconChevronLeft size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(words.laterCard, { title })}
            disabled={at === board.cards.length - 1 || order.isPending}
            onClick={() => move(at + 1)}
          >
            <IconChevronRight size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={say(words.removeCard, { title })}
            loading={remove.isPending}
            onClick={() => remove.mutate(on)}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </ActionIcon.Group>
      </Group>
      <Trouble error={order.error ?? change.error ?? remove.error} />
    </div>
  )
}
