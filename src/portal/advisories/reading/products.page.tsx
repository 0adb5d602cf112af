import { Page } from '../../frame/page';
import { Table } from '../../frame/table';
import { ComparedText, UserText } from '../../frame/user-text';
import type { Screen } from '../../screen/screen';
import { pageOf } from '../advisory';
import { type Product, PRODUCT_STATUSES } from './products';

/** The products that the advisory's CSAF document names. */
export function ProductsPage({
  screen,
  id,
  title,
  labels,
  products,
}: {
  screen: Screen;
  id: string;
  title: string;
  labels: (string | null)[];
  products: readonly Product[];
}) {
  const { t } = screen;
  const statusInWords = (status: string) => {
    const known = PRODUCT_STATUSES.find((one) => one === status);
    return known ? t(`advisories.status_${known}`) : status;
  };
  const columns = [
    {
      name: t('advisories.product'),
      cell: ({ name }: Product) => <ComparedText screen={screen} text={name} />,
    },
    {
      name: t('advisories.productStatus'),
      cell: ({ statuses }: Product) =>
        statuses.length === 0
          ? '–'
          : statuses.map(({ status, of }) => (
              <span class="d-block">
                {statusInWords(status)} <UserText text={of} />
              </span>
            )),
    },
  ];
  return (
    <Page screen={screen} title={t('advisories.products')} labels={labels}>
      <h2>
        <a href={pageOf(id)}>
          <UserText text={title} />
        </a>
      </h2>
      <Table
        {...{ screen, columns, rows: products, caption: t('advisories.products') }}
        empty={t('advisories.noProducts')}
      />
    </Page>
  );
}
