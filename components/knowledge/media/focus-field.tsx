'use client'
import { useTranslations } from 'next-intl'
import { useState, type MouseEvent } from 'react'
import { NumberField } from '@/components/base/forms/inputs'
import type { ImageView } from '@/lib/knowledge/media/types'
import { Picture } from './picture'

interface FocusFieldProps {
  image: ImageView
  scope: string
  values: { focusX: string; focusY: string }
  errors: (field: string) => string[]
}

const percentOf = (at: number, size: number) =>
  String(Math.min(100, Math.max(0, Math.round((at / size) * 100))))

const numberOf = (text: string) => (/^(?:100|\d{1,2})$/.test(text.trim()) ? Number(text) : 50)

/** Two numbers that can be typed; a click on the picture fills them in. */
export function FocusField({ image, scope, values, errors }: FocusFieldProps) {
  const t = useTranslations('media')
  const [focus, setFocus] = useState(values)
  const point = ({ nativeEvent, currentTarget }: MouseEvent<HTMLElement>) => {
    const { width, height } = currentTarget.getBoundingClientRect()
    setFocus({
      focusX: percentOf(nativeEvent.offsetX, width),
      focusY: percentOf(nativeEvent.offsetY, height),
    })
  }
  const at = { focusX: numberOf(focus.focusX), focusY: numberOf(focus.focusY) }
  return (
    <fieldset>
      <legend className="font-semibold">{t('focus')}</legend>
      <p className="mt-1 text-sm text-muted">{t('focusHint')}</p>
      <div className="mt-3 grid items-start gap-4 sm:grid-cols-2">
        {/* For a mouse or finger; the fields below do the same for a keyboard. */}
        <div aria-hidden="true" onClick={point} className="relative cursor-crosshair">
          <Picture image={{ ...image, alt: '' }} sizes="20rem" className="h-auto w-full" />
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="pointer-events-none absolute inset-0 size-full"
          >
            {['stroke-ink stroke-4', 'stroke-raised stroke-2'].map((look) => (
              <path
                key={look}
                d={`M${String(at.focusX)} 0V100M0 ${String(at.focusY)}H100`}
                className={`fill-none ${look}`}
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
        </div>
        <Picture
          image={{ ...image, ...at, alt: '' }}
          sizes="20rem"
          className="aspect-16/5 w-full rounded-sm object-cover"
        />
      </div>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {(['focusX', 'focusY'] as const).map((name) => (
          <NumberField
            key={name}
            name={name}
            scope={scope}
            label={t(name)}
            inputMode="numeric"
            errors={errors(name)}
            value={focus[name]}
            onChange={({ target }) => {
              setFocus((before) => ({ ...before, [name]: target.value }))
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}
