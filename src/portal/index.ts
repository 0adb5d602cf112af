export { EarlyFaults } from './screen/early-faults';
export { PortalModule } from './portal.module';
