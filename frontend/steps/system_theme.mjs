// Tabler switches to its dark colours by an attribute that a script would have to set. Here the system says: those rules
// move under prefers-color-scheme, so that no page is ever shown in the wrong colours first.
import postcss from 'postcss';

const marker = /\[data-bs-theme=["']?dark["']?\]/;
const any = /\[data-(bs-)?(navbar-)?theme|\.theme-dark|\.theme-light/;

function forSystem(selector) {
  if (!marker.test(selector)) return any.test(selector) ? null : selector;
  const rest = selector.replace(/^(:root|body|html)?\[data-bs-theme=["']?dark["']?\]/, ':root');
  return any.test(rest) ? null : rest;  // a part of the page with a theme of its own: we have none
}

export const systemTheme = {
  postcssPlugin: 'system-theme',
  Once(root) {
    const rules = [];
    root.walkRules(any, (rule) => { rules.push(rule); });
    for (const rule of rules) {
      const light = rule.selectors.filter((s) => !marker.test(s)).map(forSystem).filter(Boolean);
      const dark = rule.selectors.filter((s) => marker.test(s)).map(forSystem).filter(Boolean);
      if (dark.length > 0) {
        const query = postcss.atRule({ name: 'media', params: '(prefers-color-scheme: dark)' });
        query.append(rule.clone({ selectors: dark }));
        rule.after(query);
      }
      if (light.length > 0) rule.selectors = light;
      else rule.remove();
    }
  },
};
