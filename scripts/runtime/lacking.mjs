const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

/**
 * Browser tests that were skipped because the machine lacks a program of another maker, with its
 * name. A test that is skipped without naming one is a fault.
 */
export const lackingTests = (suites) =>
  suites
    .flatMap(specsOf)
    .flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })))
    .filter(({ status }) => status === 'skipped')
    .flatMap(({ title, annotations }) => {
      const program = annotations.find(({ type }) => type === 'lacking')?.description
      return program === undefined ? [] : [`${title}: ${program}`]
    })
