import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const DESKTOP = { name: 'desktop', width: 1440, height: 900 };
const PHONE = { name: 'phone', width: 390, height: 844 };
const NARROWEST = { name: 'narrowest', width: 320, height: 568 };

interface Look {
  readonly colorScheme: 'dark' | 'light';
  readonly screen: typeof DESKTOP;
}

/** Both themes on each of three screens. */
export const EVERY_LOOK: readonly Look[] = (['dark', 'light'] as const).flatMap((colorScheme) =>
  [DESKTOP, PHONE, NARROWEST].map((screen) => ({ colorScheme, screen })),
);

/** Both themes and all three screens, each once. */
const SOME_LOOKS: readonly Look[] = [
  { colorScheme: 'dark', screen: DESKTOP },
  { colorScheme: 'light', screen: PHONE },
  { colorScheme: 'dark', screen: NARROWEST },
];

/** Looks for accessibility faults but those of `except`, and for anything wider than the screen. */
export async function inspect(
  page: Page,
  what: string,
  looks: readonly Look[] = SOME_LOOKS,
  except: string[] = [],
): Promise<void> {
  for (const { colorScheme, screen } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(screen);
    await transitionsEnd(page);
    const { violations } = await new AxeBuilder({ page }).disableRules(except).analyze();
    expect(
      violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`),
      `${what}, ${colorScheme}, ${screen.name}`,
    ).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, `${what}, ${screen.name}: wider than the screen`).toBeLessThanOrEqual(0);
  }
}

/** A button on its way from one theme's colour to the other's has too little contrast for a tenth of a second. */
function transitionsEnd(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map((transition) => transition.finished),
    ),
  );
}
