import type { ClassScheme } from '../client-classes';
import { accountLevel } from './account-level.class';
import { businessType } from './business-type.class';
import { creditGrade } from './credit-grade.class';
import { honesty } from './honesty.class';
import { industry } from './industry.class';
import { intention } from './intention.class';
import { internalExternal } from './internal-external.class';
import { lifecycle } from './lifecycle.class';
import { managedTier } from './managed-tier.class';
import { oldNew } from './old-new.class';
import { opportunity } from './opportunity.class';
import { personOrCompany } from './person-or-company.class';
import { population } from './population.class';
import { practice } from './practice.class';
import { profit } from './profit.class';
import { pyramid } from './pyramid.class';
import { region } from './region.class';
import { satisfaction } from './satisfaction.class';
import { size } from './size.class';
import { stability } from './stability.class';
import { tier } from './tier.class';
import { urgency } from './urgency.class';
import { valueType } from './value-type.class';
import { vip } from './vip.class';

/** The order of this list is the order of columns on 客户分类. */
export const CLASS_SCHEMES: readonly ClassScheme[] = [
  accountLevel,
  tier,
  managedTier,
  pyramid,
  lifecycle,
  oldNew,
  size,
  profit,
  creditGrade,
  honesty,
  satisfaction,
  urgency,
  opportunity,
  intention,
  practice,
  population,
  vip,
  stability,
  region,
  businessType,
  industry,
  valueType,
  personOrCompany,
  internalExternal,
];
