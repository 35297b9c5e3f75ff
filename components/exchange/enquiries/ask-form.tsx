import { useTranslations } from 'next-intl'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { TextLink } from '@/components/base/ui/text'
import { askAction } from '@/lib/exchange/enquiries/actions'
import type { AskPage } from '@/lib/exchange/enquiries/loaders'
import { WRITERS } from '@/lib/exchange/enquiries/schema'
import type { Answerer, EnquiryAbout, EnquiryKind } from '@/lib/exchange/enquiries/types'

/** The reader's choice in the address: ?soort=fout is a mistake. */
export const kindOf = (soort: string | string[] | undefined): EnquiryKind =>
  soort === 'fout' ? 'mistake' : 'question'

/** Who answers, as parameters of a message. */
export const answererWords = ({ person, organisation }: Answerer) => ({
  to: organisation === null ? 'administrators' : person === null ? 'organisation' : 'person',
  name: person ?? '',
  organisation: organisation ?? '',
})

const placeOf = ({ kind, slug }: EnquiryAbout) => {
  if (kind === 'site') return '/contact' as const
  const params = { slug }
  return kind === 'region'
    ? { pathname: '/regions/[slug]/contact' as const, params }
    : { pathname: '/initiatives/[slug]/contact' as const, params }
}

interface AskFormProps extends AskPage {
  kind: EnquiryKind
  /** The contact person that the address names. */
  chosen?: string | undefined
}

function useFields({ kind, people, sender }: AskFormProps): FieldSpec[] {
  const t = useTranslations('enquiries.ask')
  const isMistake = kind === 'mistake'
  const to: FieldSpec = {
    kind: 'select',
    name: 'contactId',
    label: t('to'),
    options: people.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` })),
  }
  const who: FieldSpec[] = [
    { kind: 'text', name: 'name', label: t('name'), autoComplete: 'name' },
    {
      kind: 'email',
      name: 'email',
      label: t('email'),
      hint: t('emailHint'),
      autoComplete: 'email',
    },
    {
      kind: 'select',
      name: 'writer',
      label: t('writer'),
      options: [
        { value: '', label: t('choose') },
        ...WRITERS.map((writer) => ({ value: writer, label: t(`writers.${writer}`) })),
      ],
    },
  ]
  return [
    ...(people.length > 1 ? [to] : []),
    ...(sender ? [] : who),
    isMistake
      ? { kind: 'text', name: 'subject', label: t('page'), hint: t('pageHint') }
      : { kind: 'text', name: 'subject', label: t('subject') },
    isMistake
      ? { kind: 'textarea', name: 'text', label: t('wrong'), hint: t('wrongHint') }
      : { kind: 'textarea', name: 'text', label: t('text'), hint: t('textHint') },
  ]
}

export function AskForm(props: AskFormProps) {
  const t = useTranslations('enquiries.ask')
  const { about, answerer, people, sender, kind, chosen } = props
  const [first] = people
  const contact = people.find(({ id }) => id === chosen) ?? first
  const place = placeOf(about)
  const other = typeof place === 'string' ? { pathname: place } : place
  return (
    <>
      <div className="mb-8 max-w-measure space-y-3">
        <p>
          {t('who', { ...answererWords(answerer), ...(people.length > 1 && { to: 'choice' }) })}
        </p>
        <p>{sender ? t('howSignedIn', sender) : t('how')}</p>
        <p>
          {kind === 'mistake' ? (
            <TextLink href={place} prefetch={false}>
              {t('toQuestion')}
            </TextLink>
          ) : (
            <TextLink href={{ ...other, query: { soort: 'fout' } }} prefetch={false}>
              {t('toMistake')}
            </TextLink>
          )}
        </p>
      </div>
      <FieldsForm
        key={kind}
        action={askAction}
        about={{
          about: about.kind,
          slug: about.slug,
          kind,
          ...(people.length === 1 && contact && { contactId: contact.id }),
        }}
        stored={{ subject: about.title, contactId: contact?.id ?? '' }}
        fields={useFields(props)}
        labels={{
          submit: t(sender ? 'submitNow' : 'submit'),
          busy: t('busy'),
          done: sender ? t('doneNow', { email: sender.email }) : t('done'),
        }}
      />
    </>
  )
}
