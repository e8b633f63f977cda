/** Units that are the same thing in another size: what the quantity of one unit is in the base unit. */
const BASES: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  吨: ['kg', 1000],
  t: ['kg', 1000],
  ton: ['kg', 1000],
  tonne: ['kg', 1000],
  公斤: ['kg', 1],
  千克: ['kg', 1],
  kg: ['kg', 1],
  kgs: ['kg', 1],
  斤: ['kg', 0.5],
  市斤: ['kg', 0.5],
  克: ['kg', 0.001],
  g: ['kg', 0.001],
  升: ['l', 1],
  l: ['l', 1],
  毫升: ['l', 0.001],
  ml: ['l', 0.001],
  米: ['m', 1],
  m: ['m', 1],
  厘米: ['m', 0.01],
  cm: ['m', 0.01],
};

export interface UnitOfQuantity {
  /** Units with the same base may be added. */
  readonly base: string;
  readonly factor: number;
}

/** A unit that is not known is its own base. @example unitOfQuantity('吨') //=> { base: 'kg', factor: 1000 } */
export function unitOfQuantity(unit: string): UnitOfQuantity {
  const key = unit.trim().toLowerCase();
  const found = Object.hasOwn(BASES, key) ? BASES[key] : undefined;
  return found ? { base: found[0], factor: found[1] } : { base: key, factor: 1 };
}
