/** What WeChat takes as the value of a template's field, by its kind. */
const rules: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  number: /^\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\w\s\p{Script=Han}]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^((\d{4}年\d{1,2}月\d{1,2}日 )?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?)(~.+)?$/,
  date: /^\d{4}年\d{1,2}月\d{1,2}日( ([01]?\d|2[0-3]):[0-5]\d)?(~.+)?$/,
  amount: /^[¥￥$€]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+-]{1,17}$/,
  car_number: /^.{1,8}$/u,
  name: /^(\p{Script=Han}{1,10}|[A-Za-z ·.]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** The kind of a field such as `character_string2`. */
const kindOf = (field: string) => field.replace(/\d+$/, '');

/** The first field whose value WeChat would refuse: absent, of another template, empty, too long or of the wrong kind. */
export const refusedField = (fields: readonly string[], data: Record<string, { value: string }>): string | undefined =>
  fields.find((field) => {
    const value = data[field]?.value;
    return value === undefined || /[\r\n]/.test(value) || !rules[kindOf(field)]?.test(value);
  }) ?? Object.keys(data).find((field) => !fields.includes(field));
