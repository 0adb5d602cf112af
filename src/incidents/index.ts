export { Cases } from './cases/cases';
export { incidentEntities } from './entities';
export { IncidentsModule } from './incidents.module';
