import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';

/** What a link shall allow, as the form calls it. */
export interface LinkForm {
  readonly can?: 'watch' | 'chat' | 'moderate';
  readonly label?: string;
  readonly password?: string;
  readonly maxViewers?: number;
}

/** What a link may allow, as the form says it. */
const RIGHTS = { watch: 'Watch', chat: 'Watch and chat', moderate: 'Moderate' } as const;

/** The owner's page as its owner has it before them. */
export class OwnerPage {
  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Sets the first password by the relay's one-time secret; waits for the first section. */
  static async setUp(
    context: BrowserContext,
    origin: string,
    secret: string,
    password: string,
  ): Promise<OwnerPage> {
    const page = await context.newPage();
    await page.goto(`${origin}/admin#${secret}`);
    await page.getByLabel('New password, at least 12 characters').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    const owner = new OwnerPage(page, origin);
    await owner.expectVisitor('owner');
    return owner;
  }

  async expectVisitor(visitor: string): Promise<void> {
    await expect(this.page.locator('fanlight-admin')).toHaveAttribute('data-visitor', visitor);
  }

  async go(section: string): Promise<void> {
    await this.page.goto(`${this.origin}/admin#${section}`);
  }

  /** Adds a camera and gives the link that its agent joins by. */
  async addCamera(name: string): Promise<string> {
    await this.go('add');
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByRole('button', { name: 'Continue' }).click();
    const line = await this.page.getByLabel(`Join command for ${name}`).inputValue();
    return /'([^']+)'/.exec(line)?.[1] ?? '';
  }

  /** Makes a link to the first camera and gives its path and key. */
  async makeLink({ can = 'chat', label = '', password = '', maxViewers }: LinkForm): Promise<string> {
    await this.go('links');
    await this.page.getByRole('radio', { name: RIGHTS[can], exact: true }).check();
    await this.page.getByLabel('Who it’s for').fill(label);
    await this.page.getByText('Password and limits').click();
    await this.page.getByLabel('Password').fill(password);
    if (maxViewers !== undefined) {
      await this.page.getByLabel('Viewer limit').fill(String(maxViewers));
    }
    await this.page.getByRole('button', { name: 'Create link' }).click();
    const url = new URL(await this.page.getByLabel('Address of the new link').first().inputValue());
    await this.page.getByRole('button', { name: 'Done' }).click();
    return `${this.origin}${url.pathname}${url.hash}`;
  }

  /** Revokes the link that is for someone, without waiting for the end of the time in which that can be undone. */
  async revoke(label: string): Promise<void> {
    await this.go('links');
    await this.row(label).getByRole('button', { name: 'Revoke' }).click();
    await this.page.getByRole('button', { name: 'Do it now' }).click();
  }

  /** The line of a list that contains a text. */
  row(text: string): Locator {
    return this.page.locator('.ad-item', { hasText: text });
  }

  /** Chooses from the menu of a camera in the overview. */
  async choose(title: string, item: string): Promise<void> {
    await this.go('cameras');
    await this.page.getByRole('button', { name: `More for ${title}` }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }
}
