// Words for people, out of a language's messages.
{
  secondSource.speak = (words) => {
    const language = words.language_tag;
    const plural = new Intl.PluralRules(language);
    const number = new Intl.NumberFormat(language);
    /** @param {unknown} value */
    const written = (value) => (typeof value == "number" ? number.format(value) : String(value));

    return {
      language,
      direction: words.direction,
      /** `count` picks the plural form; every {name} is replaced by its value. */
      say: (key, values) => {
        const form = values?.count === undefined ? key : `${key}_${plural.select(Number(values.count))}`;
        const text = words[form] ?? words[key + "_other"] ?? words[key] ?? key;
        return values ? text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? written(values[name]) : whole)) : text;
      },
      /** The day of a date or moment as the server writes it; empty for none. A bare date is that date everywhere. */
      day: (published) => {
        const date = new Date(published ?? "");
        if (isNaN(+date)) return "";
        const timeZone = /T/.test(published ?? "") ? undefined : "UTC";
        return date.toLocaleDateString(language, { day: "numeric", month: "short", year: "numeric", timeZone });
      },
    };
  };
}
