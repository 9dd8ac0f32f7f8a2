import './places.css'
import { Button, FileButton, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useWords } from '../../../platform/i18n.ts'
import { addressOf, queryClient, upload, write } from '../../../platform/web.tsx'
import { fitted } from '../../../web/fitting.ts'
import { Section } from '../../../web/page.tsx'
import { Trouble } from '../../../web/states.tsx'
import { type Place, readFloor, removeFloor, setFloor } from '../contract.ts'
import { placeWords } from './messages.ts'

/** The picture of a floor, on which checks point; whoever keeps the place gives it. */
export function FloorPart({ place }: { place: Place }) {
  const say = useWords()
  const { id: placeId, floor } = place
  const setting = useMutation({
    mutationFn: async (file: File) => upload(setFloor, { placeId }, await fitted(file)),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const removing = useMutation(write(removeFloor))
  if (!floor && !place.mayManage) return null
  return (
    <Section title={say(placeWords.floor)}>
      {floor ? (
        <img
          className="place-floor"
          src={addressOf(readFloor, { placeId, file: floor.file })}
          width={floor.width}
          height={floor.height}
          alt={say(placeWords.floorOf, { name: place.name })}
        />
      ) : (
        <p className="sheet quiet">{say(placeWords.noFloor)}</p>
      )}
      <Trouble error={setting.error ?? removing.error} />
      {place.mayManage && (
        <Group gap="xs" mt="xs">
          <FileButton accept="image/png,image/jpeg" onChange={(file) => file && setting.mutate(file)}>
            {(props) => (
              <Button variant="default" loading={setting.isPending} {...props}>
                {say(floor ? placeWords.changeFloor : placeWords.addFloor)}
              </Button>
            )}
          </FileButton>
          {floor && (
            <Button variant="subtle" color="gray" onClick={() => removing.mutate({ placeId })}>
              {say(placeWords.removeFloor)}
            </Button>
          )}
        </Group>
      )}
    </Section>
  )
}
