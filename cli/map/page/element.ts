type Attributes = Readonly<Record<string, string | boolean | (() => void)>>;

/**
 * Makes an element. Text is set as text and never read as markup: names of devices are hostile. `onclick` is listened to, everything else
 * is an attribute; `true` is one without a value, `false` none at all.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.replace(/^on/, ''), value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** An element of page.html. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`page.html has no ${id}`);
  return found as Kind;
}

/** A button that looks like a link. */
export const linkButton = (text: string, onclick: () => void): HTMLButtonElement =>
  element('button', { type: 'button', class: 'link', onclick }, text);
