"""requirements read from texts, and own cars"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.add_column(sa.Column("readings", sa.JSON(), nullable=False, server_default="[]"))

    with op.batch_alter_table("youth", schema=None) as batch_op:
        batch_op.add_column(sa.Column("own_car", sa.Boolean(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("youth", schema=None) as batch_op:
        batch_op.drop_column("own_car")

    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.drop_column("readings")
