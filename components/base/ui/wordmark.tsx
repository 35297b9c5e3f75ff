export interface Site {
  name: string
  logo: { src: string; alt: string; width: number; height: number } | null
}

/** The logo of an installation says its name itself. */
export function Wordmark({ name, logo }: Site) {
  if (logo)
    return (
      <picture>
        <img
          src={logo.src}
          alt={logo.alt}
          width={logo.width}
          height={logo.height}
          className="h-10 w-auto max-w-full object-contain"
        />
      </picture>
    )
  const dots = [7, 12, 9, 15, 11, 6, 13]
  return (
    <span className="flex items-center gap-3">
      <svg aria-hidden="true" viewBox="0 0 20 22" className="h-7 w-auto shrink-0">
        {dots.map((x, index) => (
          <g key={index}>
            <line
              x1="1"
              x2="19"
              y1={2 + index * 3}
              y2={2 + index * 3}
              className="stroke-edge"
              strokeWidth="0.7"
            />
            <circle
              cx={x}
              cy={2 + index * 3}
              r="1.6"
              className={index === 3 ? 'fill-clay' : 'fill-green'}
            />
          </g>
        ))}
      </svg>
      <span className="font-serif text-xl leading-none font-semibold tracking-tight">{name}</span>
    </span>
  )
}
