import { expect, expectWhole, query, send, signInAs, test, unique } from './fixtures'
import { startInitiative } from './initiatives'
import type { Page } from '@playwright/test'

const storyOf = async (title: string) => {
  const [row] = await query<{ story: string }>(
    'SELECT story FROM initiative_revision WHERE title = $1',
    [title],
  )
  return row?.story
}

async function openStory(page: Page, title: string) {
  await signInAs(page, 'editor')
  await startInitiative(page, title)
  await page.getByRole('link', { name: 'Vul aan: Het hele verhaal' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Het hele verhaal' })).toBeVisible()
}

/** What Word puts on the clipboard. */
const FROM_WORD = `<h1>Werving</h1>
  <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>brief</p>
  <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>telefoon</p>
  <table><tr><td>Jaar</td><td>Mensen</td></tr><tr><td>2025</td><td>31</td></tr></table>`

test('a story with headings, a list from Word and a link is written without signs @S-580', async ({
  page,
}) => {
  const title = unique('Met opmaak')
  await openStory(page, title)
  const editor = page.getByRole('textbox', { name: 'Het hele verhaal' })
  const toolbar = page.getByRole('toolbar', { name: 'Opmaak' })
  await expect(toolbar).toBeVisible()

  await editor.click()
  await page.keyboard.type('Hoe het begon')
  // By keyboard: the toolbar is one stop before the text, arrows go through it.
  await page.keyboard.press('Shift+Tab')
  await expect(toolbar.getByRole('button', { name: 'Kop', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(toolbar.getByRole('button', { name: 'Tussenkop' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('heading', { name: 'Hoe het begon' })).toBeVisible()
  await expect(editor).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Wij lazen ')
  await toolbar.getByRole('button', { name: 'Link' }).click()
  await page.getByLabel('Webadres of e-mailadres').fill('geen adres')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Dit is geen webadres of e-mailadres.')).toBeVisible()
  await page.getByLabel('Webadres of e-mailadres').fill('voorbeeld.nl/verslag')
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await editor.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, FROM_WORD)
  await expect(editor.getByRole('cell', { name: '31' })).toBeVisible()
  await expectWhole(page)

  const written = [
    '## Hoe het begon',
    'Wij lazen [https://voorbeeld.nl/verslag](https://voorbeeld.nl/verslag)',
    '## Werving',
    '- brief\n- telefoon',
    '| Jaar | Mensen |\n| --- | --- |\n| 2025 | 31 |',
  ].join('\n\n')
  // It saves itself, and shows the same after a reload and as signs.
  await expect.poll(() => storyOf(title)).toBe(written)
  await page.reload()
  await expect(editor.getByRole('cell', { name: '31' })).toBeVisible()
  await page.getByRole('button', { name: 'Typ liever gewone tekst met tekens' }).click()
  await expect(page.getByLabel('Het hele verhaal')).toHaveValue(written)
  await expectWhole(page)
  await page.getByLabel('Het hele verhaal').fill(`${written}\n\n> Het werkte.`)
  await page.getByRole('button', { name: 'Terug naar de knoppen' }).click()
  await expect(editor.getByRole('blockquote')).toHaveText('Het werkte.')

  await page.getByRole('button', { name: 'Opslaan en terug' }).click()
  await expect(page.getByRole('link', { name: 'Wijzig: Het hele verhaal' })).toBeVisible()
  await page.getByRole('button', { name: 'Opslaan en voorbeeld bekijken' }).click()
  const story = page.locator('#verhaal')
  await expect(story.getByRole('heading', { level: 3, name: 'Werving' })).toBeVisible()
  await expect(story.getByRole('columnheader', { name: 'Mensen' })).toBeVisible()
  await expect(story.getByRole('link')).toHaveAttribute('href', 'https://voorbeeld.nl/verslag')
  await expect(story.getByRole('blockquote')).toHaveText('Het werkte.')
  await expectWhole(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a story is typed with signs, and code in it stays text @S-581', async ({ page }) => {
    const title = unique('Met tekens')
    await openStory(page, title)
    const hostile = '<img src=x onerror=alert(1)> [klik](javascript:alert(1))'
    const typed = `## Kop\n\n- een\n\n${hostile}`
    await expect(page.getByText('Zo maakt u opmaak:', { exact: false })).toBeVisible()
    await page.getByLabel('Het hele verhaal').fill(typed)
    await send(page, 'Opslaan en terug')
    expect(await storyOf(title)).toBe(typed)
    await send(page, 'Opslaan en voorbeeld bekijken')
    const story = page.locator('#verhaal')
    await expect(story.getByRole('heading', { level: 3, name: 'Kop' })).toBeVisible()
    await expect(story.getByRole('listitem')).toHaveText('een')
    await expect(story.getByText('<img src=x onerror=alert(1)>', { exact: false })).toBeVisible()
    await expect(story.locator('img, a')).toHaveCount(0)
  })
})
